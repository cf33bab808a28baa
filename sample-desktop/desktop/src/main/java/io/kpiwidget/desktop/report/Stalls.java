package io.kpiwidget.desktop.report;

import java.util.concurrent.TimeUnit;

/** Adds up probe delays. Any thread; times are {@link System#nanoTime}. */
final class Stalls {

  /** From here on an agent may feel it. */
  private static final long NOTICEABLE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private boolean outstanding;
  private long posted;
  private long longest;
  private int noticeable;

  /** The longest delay in milliseconds, and how many delays were above 50 ms. */
  public record Found(long longestMs, int over50Ms) {}

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
        noticeable + (present > NOTICEABLE_NANOS ? 1 : 0));
  }
}
