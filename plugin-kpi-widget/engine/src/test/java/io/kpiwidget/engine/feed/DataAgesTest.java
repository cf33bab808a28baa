package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DataAgesTest {

  private final DataAges ages = new DataAges();

  @Test
  void nobodyLooked_isEmpty() {
    ages.seen(Duration.ofSeconds(3), Duration.ofSeconds(3));
    assertThat(ages.toString()).isEmpty();
  }

  @Test
  void roundsOfThirtySeconds_areHalfAsOldInTheMiddle() {
    for (int round = 0; round < 20; round++) {
      ages.seen(Duration.ZERO, Duration.ofSeconds(30));
    }
    assertThat(ages).hasToString("p50 14 s, p99 29 s of 600 s");
  }

  @Test
  void oneLongWait_isInTheLastHundredth() {
    ages.seen(Duration.ofSeconds(10), Duration.ofSeconds(1010));
    assertThat(ages).hasToString("p50 509 s, p99 999 s of 1000 s");
  }

  @Test
  void beyondAnHour_isCountedAsAnHour() {
    ages.seen(Duration.ofSeconds(3599), Duration.ofHours(2));
    assertThat(ages).hasToString("p50 3600 s, p99 3600 s of 3601 s");
  }
}
