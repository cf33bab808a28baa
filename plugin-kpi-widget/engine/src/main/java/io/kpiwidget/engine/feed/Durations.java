package io.kpiwidget.engine.feed;

import java.time.Duration;

/** Arithmetic that never goes below zero. */
final class Durations {

  private Durations() {}

  static Duration left(Duration whole, Duration gone) {
    var left = whole.minus(gone);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
