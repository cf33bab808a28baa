package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock whose two hands a test moves, together or apart. */
final class ManualTime extends Clock {

  private Instant wall = Instant.parse("2026-11-23T12:00:00Z");
  private long nanos = Long.MAX_VALUE - 1_000_000_000L; // wraps: it is allowed to

  Time time() {
    return new Time(this, () -> nanos);
  }

  synchronized void advance(Duration by) {
    wall = wall.plus(by);
    nanos += by.toNanos();
  }

  /** The machine sleeps: only the wall clock goes on. */
  void sleep(Duration by) {
    wall = wall.plus(by);
  }

  /** Somebody sets the clock. */
  void set(Duration by) {
    wall = wall.plus(by);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Instant instant() {
    return wall;
  }
}
