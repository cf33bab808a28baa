package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.time.Duration;

/** When to try again after a failure. */
final class Pace {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Figures may not look older than their interval allows. */
  private static final Duration MOST_JITTER = Duration.ofSeconds(2);

  private Pace() {}

  /**
   * The time from one round to the next: a little more or less than {@code interval}, so that
   * desktops that began together do not go on together.
   *
   * @param spread in [0, 1)
   */
  static Duration period(Duration interval, double spread) {
    var tenth = interval.dividedBy(10);
    var most = tenth.compareTo(MOST_JITTER) < 0 ? tenth : MOST_JITTER;
    return interval.plusMillis((long) (most.toMillis() * (2 * spread - 1)));
  }

  /**
   * Full jitter between 1 and 60 s, or what the platform asked for.
   *
   * @param failures in a row, this one included
   * @param spread in [0, 1)
   */
  static Duration after(PlatformException failure, int failures, double spread) {
    long ceiling = Math.min(LONGEST.toMillis() - 1000, 1000L << Math.min(failures, 10));
    var backoff = Duration.ofMillis(1000 + (long) (ceiling * spread));
    if (failure instanceof RateLimited limited) {
      return later(limited.retryAfter(), spread);
    }
    return failure instanceof Unreachable gone && gone.retryAfter().isPresent()
        ? later(gone.retryAfter().get(), spread)
        : backoff;
  }

  // a little late, so that desktops that were held back together do not come back together
  private static Duration later(Duration wait, double spread) {
    return wait.plusMillis(50 + (long) (Math.min(5000, wait.toMillis() / 10.0) * spread));
  }
}
