package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.ClientRefused;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.SubjectMismatch;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.time.Duration;

/** How long the token endpoint is left alone after a failure. */
final class TokenPatience {

  /** A configuration error does not heal by asking: one probe in a while. */
  static final Duration LATCHED = Duration.ofMinutes(15);

  private static final Duration SIGN_IN = Duration.ofSeconds(30);
  private static final Duration LONGEST_ALIVE = Duration.ofSeconds(60);
  private static final Duration LONGEST_DEAD = Duration.ofSeconds(15);

  private TokenPatience() {}

  /**
   * @param failures in a row, this one included
   * @param alive whether the present token still serves
   * @param spread in [0, 1)
   */
  static Duration after(PlatformException failure, int failures, boolean alive, double spread) {
    if (isLatched(failure)) {
      return scaled(LATCHED, 0.9 + 0.2 * spread);
    }
    if (failure instanceof SignInRequired) {
      return SIGN_IN;
    }
    if (failure instanceof RateLimited limited) {
      return spreadOut(limited.retryAfter(), spread);
    }
    var backoff = backoff(failures, alive, spread);
    return failure instanceof Unreachable gone
        ? gone.retryAfter().map(wait -> spreadOut(wait, spread)).orElse(backoff)
        : backoff;
  }

  /** Whether only somebody's correction can end it. */
  static boolean isLatched(PlatformException failure) {
    return failure instanceof ClientRefused || failure instanceof SubjectMismatch;
  }

  // full jitter: desktops that failed together do not come back together
  private static Duration backoff(int failures, boolean alive, double spread) {
    var longest = alive ? LONGEST_ALIVE : LONGEST_DEAD;
    long ceiling = Math.min(longest.toMillis(), 1000L << Math.min(failures, 10));
    return Duration.ofMillis(1000 + (long) (ceiling * spread));
  }

  private static Duration spreadOut(Duration wait, double spread) {
    return wait.plusMillis((long) (Math.min(5000, wait.toMillis() / 10.0) * spread));
  }

  private static Duration scaled(Duration duration, double factor) {
    return Duration.ofMillis((long) (duration.toMillis() * factor));
  }
}
