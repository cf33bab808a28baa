package io.kpiwidget.panel.browser;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** How often a process that dies is started again by itself: three times in ten minutes. */
final class RestartBudget {

  static final Duration WINDOW = Duration.ofMinutes(10);

  private static final List<Duration> PAUSES =
      List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(5));

  private final Deque<Long> starts = new ArrayDeque<>();

  /** The pause before the next start; empty when there have been too many. */
  Optional<Duration> next(long nowNanos) {
    while (!starts.isEmpty() && nowNanos - starts.peek() >= WINDOW.toNanos()) {
      starts.remove();
    }
    if (starts.size() >= PAUSES.size()) {
      return Optional.empty();
    }
    starts.add(nowNanos);
    return Optional.of(PAUSES.get(starts.size() - 1));
  }

  void clear() {
    starts.clear();
  }
}
