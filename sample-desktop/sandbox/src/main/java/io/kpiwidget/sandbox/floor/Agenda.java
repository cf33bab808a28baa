package io.kpiwidget.sandbox.floor;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The events still to come, in order of time; events of the same millisecond keep the order in
 * which they were planned.
 */
final class Agenda {
  private record Entry(long at, long sequence, Runnable event) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::sequence));
  private long planned;
  private long now;

  Agenda(long start) {
    now = start;
  }

  /** Simulated time in epoch milliseconds. */
  long now() {
    return now;
  }

  void plan(long at, Runnable event) {
    entries.add(new Entry(Math.max(at, now), planned++, event));
  }

  /** Runs everything due up to and including {@code until}; afterwards that is the time. */
  void runUntil(long until) {
    for (var next = entries.peek(); next != null && next.at <= until; next = entries.peek()) {
      entries.remove();
      now = next.at;
      next.event.run();
    }
    now = Math.max(now, until);
  }
}
