package io.kpiwidget.sandbox.platform;

import io.kpiwidget.sandbox.floor.Floor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;

/**
 * The floor and everything derived from it, behind one lock and brought up to the wall clock before
 * anyone looks. Thread-safe.
 */
public final class Centre {
  /** A day of 25 hours anywhere, and the same once more for truths about yesterday. */
  private static final Duration MEMORY = Duration.ofHours(50);

  private static final Duration BETWEEN_CLEARINGS = Duration.ofMinutes(10);

  private final Floor floor;
  private final TimeMap times;
  private final Clock clock;
  private final Facts facts;
  private Instant nextClearing = Instant.MIN;

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
    clear(now);
    return look.apply(floor, now);
  }

  private void clear(Instant now) {
    if (!now.isBefore(nextClearing)) {
      var moment = times.simulated(now.minus(MEMORY));
      floor.forget(moment);
      facts.forget(moment);
      nextClearing = now.plus(BETWEEN_CLEARINGS);
    }
  }

  /** The facts that go with {@link #look}; only inside it. */
  Facts facts() {
    return facts;
  }
}
