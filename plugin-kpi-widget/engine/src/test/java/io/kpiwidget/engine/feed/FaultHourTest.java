package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FaultHourTest {

  /** Many more by {@code .ci/soak faults}. */
  private static final int HOURS = 25;

  @Test
  void hourOfFaults_neverMisleads_andIsForgotten() throws Exception {
    int requests = 0;
    for (long seed = 0; seed < HOURS; seed++) {
      var outcome = FaultHour.run(seed);
      assertThat(outcome.broken()).as("seed " + seed).isEmpty();
      assertThat(outcome.recovery()).as("seed " + seed).isLessThanOrEqualTo(FaultHour.BOUND);
      requests += outcome.requests();
    }
    assertThat(requests).isPositive();
  }
}
