package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that moves only when told to, with both hands and the timers set on it. One thread. */
final class VirtualTime {

  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparing(Alarm::at).thenComparing(Alarm::order));
  private Duration elapsed = Duration.ZERO;
  private Duration wallShift = Duration.ZERO;
  private int order;

  private record Alarm(Duration at, int order, Runnable work) {}

  /** The hands as a desktop sees them. */
  Time hands() {
    return new Time(new Wall(), () -> elapsed.toNanos());
  }

  /** What really passed since the start: the server's time, which nobody sets. */
  Duration elapsed() {
    return elapsed;
  }

  /** Somebody sets the wall clock; the monotonic hand does not notice. */
  void setWallBack(Duration by) {
    wallShift = wallShift.minus(by);
  }

  /** Moves on, and does what was due on the way in its order. */
  void advanceTo(Duration target) {
    for (var next = alarms.peek(); next != null && isDue(next, target); next = alarms.peek()) {
      alarms.remove(next);
      elapsed = longer(elapsed, next.at());
      next.work().run();
    }
    elapsed = target;
  }

  /** Does {@code work} after {@code delay}; what it answers cancels that. */
  Runnable later(Duration delay, Runnable work) {
    var alarm = new Alarm(elapsed.plus(delay), order++, work);
    alarms.add(alarm);
    return () -> alarms.remove(alarm);
  }

  private static boolean isDue(Alarm alarm, Duration target) {
    return alarm.at().compareTo(target) <= 0;
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private final class Wall extends Clock {
    @Override
    public Instant instant() {
      return START.plus(elapsed).plus(wallShift);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("the simulation knows UTC only");
    }
  }
}
