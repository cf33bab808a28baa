package io.kpiwidget.engine.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegistryFileTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT335H59M59S, false",
    "PT336H, false",
    "PT336H1S, true",
    "-PT336H, false",
    "-PT336H1S, true"
  })
  void due_entry_after14Days_orDatedAsFarAhead(Duration age, boolean due) {
    assertDue(entry(1, age), due);
  }

  @ParameterizedTest
  @CsvSource({"PT59M59S, false", "PT1H, false", "PT1H1S, true"})
  void due_temporary_afterAnHour(Duration age, boolean due) {
    assertDue(file("17" + RegistryFile.TEMPORARY, age), due);
  }

  @Test
  void due_ofTooManyEntries_theOldest() {
    var all = IntStream.range(0, 2_003).mapToObj(n -> entry(n, Duration.ofMinutes(n))).toList();

    assertThat(RegistryFile.due(all, NOW)).containsExactlyElementsOf(all.subList(2_000, 2_003));
  }

  @Test
  void due_2000Entries_stay_howeverManyTemporariesThereAre() {
    var entries = IntStream.range(0, 2_000).mapToObj(n -> entry(n, Duration.ofMinutes(n)));
    var temporary = file("17" + RegistryFile.TEMPORARY, Duration.ZERO);

    assertThat(RegistryFile.due(Stream.concat(entries, Stream.of(temporary)).toList(), NOW))
        .isEmpty();
  }

  private static void assertDue(RegistryFile file, boolean due) {
    assertThat(RegistryFile.due(List.of(file), NOW).contains(file)).isEqualTo(due);
  }

  private static RegistryFile entry(int number, Duration age) {
    return new RegistryFile(
        RegistryFile.entry(Path.of(""), RegistryEntry.key("tenant", "body" + number)),
        NOW.minus(age));
  }

  private static RegistryFile file(String name, Duration age) {
    return new RegistryFile(Path.of(name), NOW.minus(age));
  }
}
