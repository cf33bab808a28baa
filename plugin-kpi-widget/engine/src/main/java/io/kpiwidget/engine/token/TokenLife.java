package io.kpiwidget.engine.token;

import java.time.Duration;

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

  /** How a token of some age is treated. */
  enum State {
    FRESH,
    DUE,
    DEAD
  }

  /** {@code spread} in [0, 1) makes the refresh earlier, never later. */
  static TokenLife of(Duration lifetime, double spread) {
    var margin = shorter(REFRESH_MARGIN, lifetime.dividedBy(2));
    var jitter = shorter(REFRESH_MARGIN, lifetime.dividedBy(10));
    var at = lifetime.minus(margin).minusNanos((long) (jitter.toNanos() * spread));
    var soonest = lifetime.dividedBy(4);
    return new TokenLife(
        at.compareTo(soonest) < 0 ? soonest : at,
        lifetime.minus(shorter(REFUSE_MARGIN, lifetime.dividedBy(10))));
  }

  State at(Duration age) {
    if (age.compareTo(refuseAt) >= 0) {
      return State.DEAD;
    }
    return age.compareTo(refreshAt) >= 0 ? State.DUE : State.FRESH;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
