package io.kpiwidget.engine.token;

import java.time.Duration;
import java.util.Optional;

/**
 * When a token is refreshed and when it is refused, by its age.
 *
 * @param refreshAt the age from which a new one is fetched, while this one still serves
 * @param refuseAt the age from which it is not used any more
 */
record TokenLife(Duration refreshAt, Duration refuseAt) {

  /** Guide §1: 300 s before the end. Half of a short life, or a 300 s token would storm. */
  static final Duration REFRESH_MARGIN = Duration.ofMinutes(5);

  /** A request takes time to arrive: a token this near its end may be dead when it does. */
  static final Duration REFUSE_MARGIN = Duration.ofSeconds(5);

  /** Spreads the refreshes of a fleet that signed in together; a fifth of a life at most. */
  static final Duration MOST_JITTER = Duration.ofMinutes(15);

  /**
   * The ages for a token of this {@code lifetime}.
   *
   * @param refreshIn when the server wants to be asked; it can only make it earlier
   * @param spread in [0, 1); makes the refresh earlier, never later
   */
  static TokenLife of(Duration lifetime, Optional<Duration> refreshIn, double spread) {
    var margin = shorter(REFRESH_MARGIN, lifetime.dividedBy(2));
    var latest = shorter(refreshIn.orElse(lifetime), lifetime.minus(margin));
    var jitter = shorter(MOST_JITTER, lifetime.dividedBy(5));
    var at = latest.minusNanos((long) (jitter.toNanos() * spread));
    var soonest = lifetime.dividedBy(4);
    return new TokenLife(
        at.compareTo(soonest) < 0 ? soonest : at,
        lifetime.minus(shorter(REFUSE_MARGIN, lifetime.dividedBy(10))));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
