package io.kpiwidget.engine.feed;

import java.time.Duration;

/** How old the figures were that somebody looked at, second by second. Any thread. */
final class DataAges {

  /** Older is as bad. */
  private static final int LONGEST = 3600;

  private final long[] seconds = new long[LONGEST + 1];

  /** Figures were looked at while they grew from one age to another. */
  synchronized void seen(Duration from, Duration to) {
    for (long second = from.toSeconds(); second < Math.min(to.toSeconds(), LONGEST); second++) {
      seconds[(int) second]++;
    }
    if (to.toSeconds() > LONGEST) {
      seconds[LONGEST] += to.toSeconds() - Math.max(LONGEST, from.toSeconds());
    }
  }

  /** "p50 14 s, p99 29 s of 600 s"; empty before anybody looked for a second. */
  @Override
  public synchronized String toString() {
    long all = 0;
    for (long count : seconds) {
      all += count;
    }
    return all == 0
        ? ""
        : "p50 %d s, p99 %d s of %d s".formatted(share(all, 0.5), share(all, 0.99), all);
  }

  // the age that this share of all seconds did not exceed
  private int share(long all, double share) {
    long below = 0;
    for (int age = 0; age < LONGEST; age++) {
      below += seconds[age];
      if (below >= share * all) {
        return age;
      }
    }
    return LONGEST;
  }
}
