package io.kpiwidget.engine.cache;

import java.time.Duration;

/** What an answer is good for, by its age. */
public enum Freshness {
  /** Used without asking. */
  FRESH,
  /** Shown as current while a newer one is fetched (RFC 5861 §3). */
  REVALIDATING,
  /** Shown with its age. */
  STALE,
  /** Shown greyed. */
  EXPIRED;

  /** {@code age} on a boundary belongs to the later state. */
  public static Freshness of(Duration age, Times times) {
    if (age.compareTo(times.fresh()) < 0) {
      return FRESH;
    }
    if (age.compareTo(times.revalidate()) < 0) {
      return REVALIDATING;
    }
    return age.compareTo(times.expiry()) < 0 ? STALE : EXPIRED;
  }

  /** The three ages at which an answer changes its state. */
  public record Times(Duration fresh, Duration revalidate, Duration expiry) {

    /** A poll a little early must not find its own last answer still fresh. */
    private static final Duration EARLY = Duration.ofSeconds(2);

    /** The guide's buffer: it belongs to the time of revalidation, not to freshness. */
    private static final Duration BUFFER = Duration.ofSeconds(10);

    private static final Duration EXPIRY = Duration.ofMinutes(5);

    public Times {
      if (fresh.compareTo(revalidate) > 0 || revalidate.compareTo(expiry) > 0) {
        throw new IllegalArgumentException(
            "ages out of order: " + fresh + ", " + revalidate + ", " + expiry);
      }
    }

    /** Architecture, decision 14. */
    public static Times of(Duration refreshInterval) {
      var revalidate = refreshInterval.plus(BUFFER);
      var expiry = EXPIRY.compareTo(revalidate) < 0 ? revalidate : EXPIRY;
      return new Times(refreshInterval.minus(EARLY), revalidate, expiry);
    }
  }
}
