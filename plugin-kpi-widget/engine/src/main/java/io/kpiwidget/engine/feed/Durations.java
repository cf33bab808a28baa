package io.kpiwidget.engine.feed;

import java.time.Duration;

/** Arithmetic that {@link Duration} lacks. */
final class Durations {

  private Durations() {}

  /** Never below zero. */
  static Duration left(Duration whole, Duration gone) {
    var left = whole.minus(gone);
    return left.isNegative() ? Duration.ZERO : left;
  }

  static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
