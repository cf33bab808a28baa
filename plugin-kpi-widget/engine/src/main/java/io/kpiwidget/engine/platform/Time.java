package io.kpiwidget.engine.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * A clock with two hands: the wall clock jumps when somebody sets it, the monotonic one stands
 * still while the machine sleeps. Ages take the larger of both.
 *
 * @param nanos monotonic, as {@link System#nanoTime}
 */
public record Time(Clock clock, LongSupplier nanos) {

  /** Both hands now. */
  public Moment now() {
    return new Moment(clock.instant(), nanos.getAsLong());
  }

  /** How long ago {@code then} was; never negative. */
  public Duration since(Moment then) {
    var now = now();
    var wall = Duration.between(then.wall(), now.wall());
    var steady = then.until(now);
    var longer = wall.compareTo(steady) > 0 ? wall : steady;
    return longer.isNegative() ? Duration.ZERO : longer;
  }

  /** A position of both hands. */
  public record Moment(Instant wall, long nanos) {

    /** By the monotonic hand. */
    public Duration until(Moment later) {
      return Duration.ofNanos(later.nanos - nanos);
    }
  }
}
