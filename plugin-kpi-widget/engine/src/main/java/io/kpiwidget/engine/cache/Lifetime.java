package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.cache.Freshness.Times;
import io.kpiwidget.engine.platform.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long an answer serves, and how old it is when it comes. Never guessed from Last-Modified. */
final class Lifetime {

  private static final Times NONE = new Times(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  private Lifetime() {}

  /** The ages until which {@code answer} is fresh, may be shown, and may stand in for a failure. */
  static Times of(HttpAnswer answer, Policy policy, Times wanted) {
    return switch (policy) {
      case OVERRIDE -> wanted;
      case HONOUR -> told(answer, fresh(answer).orElse(wanted.fresh()), NONE);
      case FLOOR -> told(answer, longer(fresh(answer).orElse(Duration.ZERO), wanted), wanted);
    };
  }

  private static Duration longer(Duration told, Times wanted) {
    return max(told, wanted.fresh());
  }

  private static Times told(HttpAnswer answer, Duration fresh, Times atLeast) {
    var control = control(answer);
    if (control.has("no-cache")) {
      return NONE;
    }
    if (control.has("must-revalidate")) {
      return new Times(fresh, fresh, fresh);
    }
    var revalidate = max(after(fresh, control, "stale-while-revalidate"), atLeast.revalidate());
    var expiry = max(after(fresh, control, "stale-if-error"), atLeast.expiry());
    return new Times(fresh, revalidate, max(revalidate, expiry));
  }

  private static Duration after(Duration fresh, CacheControl control, String directive) {
    return fresh.plusSeconds(control.seconds(directive).orElse(0));
  }

  private static Optional<Duration> fresh(HttpAnswer answer) {
    var maxAge = control(answer).seconds("max-age");
    if (maxAge.isPresent()) {
      return Optional.of(Duration.ofSeconds(maxAge.getAsLong()));
    }
    return answer.header("Expires").map(expires -> untilExpiry(expires, answer));
  }

  // by the platform's own clock, ours may be wrong; what is no date is over already
  private static Duration untilExpiry(String expires, HttpAnswer answer) {
    var from = date(answer).orElse(answer.at());
    var left = HttpDate.parse(expires).map(end -> Duration.between(from, end));
    return left.filter(duration -> !duration.isNegative()).orElse(Duration.ZERO);
  }

  /**
   * How old {@code answer} was when it was asked for, {@code delay} before it came (RFC 9111
   * §4.2.3). Its {@code Date} counts only where a cache on the way tells of itself: else it differs
   * from now by the error of a clock. {@link HttpAnswer#at} is corrected for that already.
   */
  static Duration ageWhenAsked(HttpAnswer answer, Duration delay) {
    var told = answer.header("Age").map(Lifetime::age).orElse(Duration.ZERO);
    if (answer.header("Age").isEmpty() && answer.header("Via").isEmpty()) {
      return told;
    }
    var apparent = date(answer).map(date -> Duration.between(date, answer.at()).minus(delay));
    return max(told, apparent.orElse(told));
  }

  // the first of a list, and nothing if that is no age (RFC 9111 §5.1)
  private static Duration age(String field) {
    var first = field.split(",", 2)[0].strip();
    return Duration.ofSeconds(CacheControl.seconds(first, 0));
  }

  private static Optional<Instant> date(HttpAnswer answer) {
    return answer.header("Date").flatMap(HttpDate::parse);
  }

  /** The directives of {@code answer}. */
  static CacheControl control(HttpAnswer answer) {
    return CacheControl.of(answer.header("Cache-Control").orElse(""));
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
