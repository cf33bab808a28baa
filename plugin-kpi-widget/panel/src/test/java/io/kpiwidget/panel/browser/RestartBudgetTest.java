package io.kpiwidget.panel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RestartBudgetTest {

  private final RestartBudget budget = new RestartBudget();

  private static long minute(int minute) {
    return Duration.ofMinutes(minute).toNanos();
  }

  @Test
  void threeStarts_withGrowingPauses_thenNone() {
    assertThat(budget.next(minute(0))).contains(Duration.ZERO);
    assertThat(budget.next(minute(1))).contains(Duration.ofSeconds(1));
    assertThat(budget.next(minute(2))).contains(Duration.ofSeconds(5));
    assertThat(budget.next(minute(9))).isEmpty();
  }

  @Test
  void startsOfTenMinutesAgo_areForgotten() {
    for (int minute = 0; minute < 3; minute++) {
      assertThat(budget.next(minute(minute))).isPresent();
    }
    assertThat(budget.next(minute(10) - 1)).isEmpty();
    assertThat(budget.next(minute(10))).isPresent();
    assertThat(budget.next(minute(10))).isEmpty();
  }

  @Test
  void clear_startsAnew() {
    for (int start = 0; start < 4; start++) {
      budget.next(0);
    }
    budget.clear();
    assertThat(budget.next(0)).contains(Duration.ZERO);
  }
}
