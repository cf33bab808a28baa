package io.kpiwidget.sandbox.platform;

import io.kpiwidget.sandbox.floor.Floor;
import java.time.Clock;
import java.time.Instant;
import java.util.function.BiFunction;

/**
 * The floor and everything derived from it, behind one lock and brought up to the wall clock before
 * anyone looks. Thread-safe.
 */
public final class Centre {
  private final Floor floor;
  private final TimeMap times;
  private final Clock clock;
  private final Facts facts;

  public Centre(Floor floor, Facts facts, TimeMap times, Clock clock) {
    this.floor = floor;
    this.facts = facts;
    this.times = times;
    this.clock = clock;
  }

  public TimeMap times() {
    return times;
  }

  public Clock clock() {
    return clock;
  }

  /** Applies {@code look} to the floor as it is now; the instant is the wall time of that now. */
  public synchronized <T> T look(BiFunction<Floor, Instant, T> look) {
    var now = clock.instant();
    floor.advanceTo(times.simulated(now));
    return look.apply(floor, now);
  }

  /** The facts that go with {@link #look}; only inside it. */
  Facts facts() {
    return facts;
  }
}
