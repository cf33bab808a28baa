package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FaultHourTest {

  /** The longest pause the platform asked for, our own longest, and a round. */
  private static final Duration BOUND = Duration.ofSeconds(100 + 5 + 60 + 30);

  @Test
  void hourOfFaults_neverMisleads_andIsForgotten() throws Exception {
    int requests = 0;
    for (long seed = 0; seed < Integer.getInteger("fault.hours", 25); seed++) {
      var outcome = FaultHour.run(seed);
      assertThat(outcome.broken()).as("seed " + seed).isEmpty();
      assertThat(outcome.recovery()).as("seed " + seed).isLessThanOrEqualTo(BOUND);
      requests += outcome.requests();
    }
    assertThat(requests).isPositive();
  }
}
