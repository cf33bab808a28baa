package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class IncidentTest {

  private final Random random = new Random(1);

  @Test
  void sameCause_goesOnUnderItsReference() {
    var first = Incident.of("TIMEOUT", Optional.empty(), random);

    assertThat(first.reference()).matches("[2-9A-HJ-NP-Z]{6}");
    assertThat(Incident.of("TIMEOUT", Optional.of(first), random)).isEqualTo(first);
  }

  @Test
  void anotherCause_orTheSameAfterItsEnd_isAnother() {
    var first = Incident.of("TIMEOUT", Optional.empty(), random);

    assertThat(Incident.of("DNS", Optional.of(first), random).reference())
        .isNotEqualTo(first.reference());
    assertThat(Incident.of("TIMEOUT", Optional.empty(), random).reference())
        .isNotEqualTo(first.reference());
  }
}
