package io.kpiwidget.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0.5, 1000", "2, 0.5, 2000", "3, 0.5, 4000", "6, 0.5, 32000", "7, 0.5, 60000",
    "99, 0.5, 60000", "1, 0, 800", "1, 1, 1200", "7, 0, 48000", "7, 1, 72000"
  })
  void pause_doubles_upToAMinute_andIsSpread(int failures, double spread, long millis) {
    assertThat(Backoff.after(failures, spread)).isEqualTo(Duration.ofMillis(millis));
  }
}
