package io.kpiwidget.panel.browser;

/** Counts how often a sign of life was missed in a row. Not for several threads. */
final class Heartbeat {

  /** One may be late, and a busy computer may hold up another. */
  static final int TOLERATED = 3;

  private int missed;

  void beat() {
    missed = 0;
  }

  /** Another interval is over. True when there were too many without a beat. */
  boolean silent() {
    return ++missed > TOLERATED;
  }
}
