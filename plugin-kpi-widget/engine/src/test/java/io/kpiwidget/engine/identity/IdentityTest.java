package io.kpiwidget.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.platform.Queue;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentityTest {

  @ParameterizedTest
  @CsvSource({
    "analytics:report:view, true",
    "Analytics > Report > View, true",
    "analytics:*:view, true",
    "*:*:*, true",
    "analytics:*, false",
    "analytics:report:edit, false",
    "analytics:report, false",
    "*, false"
  })
  void may_readsBothSpellingsAndStars(String held, boolean expected) {
    assertThat(identity(Set.of(held)).may("analytics:report:view")).isEqualTo(expected);
  }

  @Test
  void may_twoWordEntityInTheGuidesSpelling() {
    assertThat(identity(Set.of("Analytics > QueueObservation > View")))
        .matches(who -> who.may("analytics:queueObservation:view"));
  }

  @Test
  void generation_dependsOnPermissionsAndNotOnTheirOrder() {
    assertThat(identity(Set.of("a:b:c", "d:e:f")).generation())
        .isEqualTo(identity(Set.of("d:e:f", "a:b:c")).generation())
        .isNotEqualTo(identity(Set.of("a:b:c")).generation());
  }

  @Test
  void queues_areSorted() {
    var who =
        new Identity(
            "ann", "Ann", Set.of(), List.of(new Queue("b", "B"), new Queue("a", "A")), utc());

    assertThat(who.queues()).extracting(Queue::id).containsExactly("a", "b");
  }

  private static Identity identity(Set<String> permissions) {
    return new Identity("ann", "Ann", permissions, List.of(), utc());
  }

  private static Identity.Zone utc() {
    return new Identity.Zone(ZoneOffset.UTC, Identity.Zone.Source.SYSTEM);
  }
}
