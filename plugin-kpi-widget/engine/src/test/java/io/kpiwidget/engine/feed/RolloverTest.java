package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** At midnight in Berlin the questions of the whole fleet become others at the same instant. */
final class RolloverTest {

  private static final int DESKTOPS = 1000;
  private static final int MIDNIGHT = 90;
  private static final int INTERVAL = 30;

  @Test
  void midnight_makesNoCrowd_andFiguresStayFresh() throws Exception {
    try (var fleet = new Fleet(Duration.ZERO)) {
      for (int i = 0; i < DESKTOPS; i++) {
        fleet.join(Duration.ofMillis(i * 1000L * INTERVAL / DESKTOPS));
      }
      fleet.threads.advance(Duration.ofSeconds(MIDNIGHT));
      int before = most(fleet, MIDNIGHT - 2 * INTERVAL, MIDNIGHT);
      var asked = fleet.queries();

      fleet.threads.advance(Duration.ofSeconds(2 * INTERVAL));

      assertThat(most(fleet, MIDNIGHT, MIDNIGHT + 2 * INTERVAL))
          .isLessThanOrEqualTo(before * 6 / 5);
      assertThat(fleet.queries() - asked)
          .isBetween(2 * 2 * DESKTOPS * 9 / 10, 2 * 2 * DESKTOPS * 11 / 10);
      assertThat(fleet.last)
          .allSatisfy(
              state -> {
                assertThat(((FeedState.Live) state).age()).isEqualTo(FeedState.Age.FRESH);
                assertThat(((FeedState.Live) state).snapshot().kpis()).isNotEmpty();
              });
    }
  }

  private static int most(Fleet fleet, int from, int to) {
    return fleet.perSecond.subMap(from, to).values().stream()
        .mapToInt(Integer::intValue)
        .max()
        .orElse(0);
  }
}
