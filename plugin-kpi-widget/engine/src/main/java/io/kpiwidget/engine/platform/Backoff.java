package io.kpiwidget.engine.platform;

import java.time.Duration;

/** How long to leave alone what failed and said nothing of when it will be well. */
public final class Backoff {

  private static final int LONGEST_SECONDS = 60;
  private static final int MOST_DOUBLINGS = 6;

  /** How much a pause is spread, to either side: who failed together part. */
  private static final double SPREAD = 0.2;

  private Backoff() {}

  /**
   * 1, 2, 4 … 60 s, a little more or less.
   *
   * @param failures in a row, this one included
   * @param spread in [0, 1)
   */
  public static Duration after(int failures, double spread) {
    int seconds = Math.min(LONGEST_SECONDS, 1 << Math.min(failures - 1, MOST_DOUBLINGS));
    double share = 1 - SPREAD + 2 * SPREAD * spread;
    return Duration.ofMillis((long) (seconds * 1000 * share));
  }
}
