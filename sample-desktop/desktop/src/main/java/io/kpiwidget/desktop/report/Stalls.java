package io.kpiwidget.desktop.report;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** Adds up probe delays. Any thread; times are {@link System#nanoTime}. */
final class Stalls {

  /** From here on an agent may feel it. */
  private static final long NOTICEABLE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private boolean outstanding;
  private long posted;
  private long longest;
  private int noticeable;
  private List<String> where = List.of();
  private long whereLasted;

  /**
   * The longest delay in milliseconds, how many delays were above 50 ms, and what the EDT did in
   * the worst of these (its innermost calls first; empty when there was none).
   */
  public record Found(long longestMs, int over50Ms, List<String> where) {

    static final Found NOTHING = new Found(0, 0, List.of());

    public Found {
      where = List.copyOf(where);
    }
  }

  /** Whether a look at the EDT's calls is worth its price: this stall is the worst so far. */
  synchronized boolean worst(long now) {
    return outstanding && now - posted > Math.max(NOTICEABLE_NANOS, whereLasted);
  }

  synchronized void where(List<String> calls, long now) {
    where = calls;
    whereLasted = now - posted;
  }

  /** Notes a probe; false when one is still under way, which then measures the same stall. */
  synchronized boolean probePosted(long now) {
    if (outstanding) {
      return false;
    }
    outstanding = true;
    posted = now;
    return true;
  }

  synchronized void probeRan(long now) {
    outstanding = false;
    longest = Math.max(longest, now - posted);
    noticeable += now - posted > NOTICEABLE_NANOS ? 1 : 0;
  }

  /** Counts a stall that is not over yet, too. */
  synchronized Found found(long now) {
    long present = outstanding ? now - posted : 0;
    return new Found(
        TimeUnit.NANOSECONDS.toMillis(Math.max(longest, present)),
        noticeable + (present > NOTICEABLE_NANOS ? 1 : 0),
        where);
  }
}
