package io.kpiwidget.engine.token;

import java.time.Duration;

/** How long the token endpoint is left alone after a failure. */
final class TokenPatience {

  /** What only a correction ends does not heal by asking: one probe in a while. */
  static final Duration LATCHED = Duration.ofMinutes(15);

  /** No path may ask more often, whatever a server says of its tokens' lives. */
  static final Duration LEAST = Duration.ofSeconds(1);

  private static final Duration LONGEST_ALIVE = Duration.ofSeconds(60);
  private static final Duration LONGEST_DEAD = Duration.ofSeconds(15);
  private static final int HIGHEST_FLOOR = 7;
  private static final Duration MOST_SPREAD = Duration.ofSeconds(5);
  private static final Duration FOR_EVER = Duration.ofDays(365);

  private TokenPatience() {}

  /**
   * The wait after {@code failure}.
   *
   * @param failures in a row, this one included
   * @param left how long the present token still serves
   * @param spread in [0, 1)
   */
  static Duration after(TokenFailure failure, int failures, Duration left, double spread) {
    if (failure instanceof TokenFailure.Transient passing) {
      return passing.least().isZero() && !passing.asked()
          ? backoff(failures, left, spread)
          : spreadOut(passing.least(), spread);
    }
    return failure instanceof TokenFailure.SignIn
        ? FOR_EVER // each try with a dead grant is one more refusal in the server's log
        : Duration.ofMillis((long) (LATCHED.toMillis() * (0.9 + 0.2 * spread)));
  }

  // Full jitter above a floor that grows by a second with each failure: desktops that failed
  // together do not come back together, and a long outage costs a try in ten seconds or so. A wait
  // that begins while a token serves may not last much beyond its end, or nobody would ask when it
  // is needed most.
  private static Duration backoff(int failures, Duration left, double spread) {
    var longest = LEAST.plus(clamp(left, LONGEST_DEAD, LONGEST_ALIVE));
    var floor = LEAST.multipliedBy(Math.min(failures, HIGHEST_FLOOR));
    long room = Math.min(longest.minus(floor).toMillis(), 1000L << Math.min(failures, 10));
    return floor.plusMillis((long) (room * spread));
  }

  // a little late, so that a fleet that was held back together does not return together
  private static Duration spreadOut(Duration wait, double spread) {
    var tenth = wait.dividedBy(10);
    var most = tenth.compareTo(MOST_SPREAD) < 0 ? tenth : MOST_SPREAD;
    var spreadOut = wait.plusMillis((long) (most.toMillis() * spread));
    return spreadOut.compareTo(LEAST) < 0 ? LEAST : spreadOut;
  }

  private static Duration clamp(Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0) {
      return least;
    }
    return value.compareTo(most) > 0 ? most : value;
  }
}
