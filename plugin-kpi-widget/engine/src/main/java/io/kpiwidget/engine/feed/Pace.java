package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.time.Duration;

/** How long to wait, after a round and after a failure. */
final class Pace {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** Figures may not look older than their interval allows. */
  private static final Duration MOST_JITTER = Duration.ofSeconds(2);

  /** So many rounds without a change are no chance any more. */
  private static final int CALM_AFTER = 5;

  private static final double GROWTH = 1.5;
  private static final double MOST_GROWTH = 4;
  private static final Duration LONGEST_CALM = Duration.ofMinutes(2);

  /** The part of a period for which a slow platform is left alone after each round. */
  private static final int REST = 4;

  private Pace() {}

  /**
   * {@code interval}, or longer when nothing has changed for some rounds: half as much again with
   * each, up to four times and two minutes. Figures must not look old because we wait on purpose,
   * and a change must not be noticed later than they may be shown as current: so it ends before
   * {@code current}, the age until which they are.
   *
   * @param calm rounds in a row without a change
   */
  static Duration stretched(Duration interval, int calm, Duration current) {
    double growth = Math.min(MOST_GROWTH, Math.pow(GROWTH, Math.max(0, calm - CALM_AFTER + 1)));
    var wanted = Duration.ofMillis((long) (interval.toMillis() * growth));
    var most = Durations.shorter(LONGEST_CALM, current.minus(MOST_JITTER));
    return Durations.longer(interval, Durations.shorter(wanted, most));
  }

  /**
   * How long to wait still, so that answers that take {@code lead} are there when figures of {@code
   * age} are as old as {@code period}. A platform that is too slow for that is given a rest.
   */
  static Duration untilNext(Duration period, Duration age, Duration lead) {
    var left = Durations.left(period, age);
    var rest = Durations.shorter(left, period.dividedBy(REST));
    return Durations.longer(rest, Durations.left(left, lead));
  }

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
