package io.kpiwidget.engine.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;

/** How long something took the last times. Any thread. */
final class Lately {

  private static final int KEPT = 10;

  private final Deque<Duration> took = new ArrayDeque<>();

  synchronized void took(Duration now) {
    took.addLast(now);
    if (took.size() > KEPT) {
      took.removeFirst();
    }
  }

  /**
   * What it will hardly exceed the next time: the slowest of the last ten but one, since one that
   * was slow by chance must not hurry all that follow. Zero before the first time.
   */
  synchronized Duration likely() {
    return took.stream()
        .sorted(Comparator.reverseOrder())
        .skip(Math.min(1, Math.max(0, took.size() - 1)))
        .findFirst()
        .orElse(Duration.ZERO);
  }
}
