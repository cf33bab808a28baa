package io.kpiwidget.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FreshnessTest {

  @ParameterizedTest
  @CsvSource({
    "30, 0, FRESH",
    "30, 27, FRESH",
    "30, 28, REVALIDATING",
    "30, 39, REVALIDATING",
    "30, 40, STALE",
    "30, 299, STALE",
    "30, 300, EXPIRED",
    "10, 7, FRESH",
    "10, 8, REVALIDATING",
    "10, 20, STALE",
    "600, 597, FRESH",
    "600, 609, REVALIDATING",
    "600, 610, EXPIRED"
  })
  void of_boundaries(long interval, long age, Freshness expected) {
    var times = Freshness.Times.of(Duration.ofSeconds(interval));

    assertThat(Freshness.of(Duration.ofSeconds(age), times)).isEqualTo(expected);
  }
}
