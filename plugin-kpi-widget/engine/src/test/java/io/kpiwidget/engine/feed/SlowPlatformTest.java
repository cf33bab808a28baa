package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures come in time although the platform takes its time, on a virtual clock. */
final class SlowPlatformTest {

  private static final int INTERVAL = 30;

  // the way of a call goes by twice in a round, and five times where rights are read again
  @ParameterizedTest
  @CsvSource({"0", "500", "1000", "3000"})
  void dataAge_staysWithinTheIntervalAndTwoSeconds(long millis) throws Exception {
    try (var fleet = new Fleet(Duration.ofMillis(millis))) {
      fleet.join(Duration.ZERO);
      fleet.threads.advance(Duration.ofHours(1));

      assertThat(fleet.p99(0)).isBetween(INTERVAL - 3, INTERVAL + 2);
    }
  }

  @Test
  void platformAtItsLimit_isNotAskedAllTheTime() throws Exception {
    try (var fleet = new Fleet(Duration.ofSeconds(10))) {
      fleet.join(Duration.ZERO);
      fleet.threads.advance(Duration.ofHours(1));

      // a round takes 20 s and is followed by a rest of 7 at least
      assertThat(fleet.queries()).isLessThanOrEqualTo(2 * 3600 / 27 + 2);
    }
  }
}
