package io.kpiwidget.engine.platform;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Both forms of {@code Retry-After} (RFC 9110 §10.2.3). */
final class RetryAfter {

  /** A slip of a server must not silence a desktop for a day. */
  static final Duration LONGEST = Duration.ofHours(1);

  /** A server that says "at once" to everybody is not asked without end. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** How much later than told, at most: a fleet that was held back together parts. */
  private static final double MOST_LATER = 0.2;

  /** When a 429 does not say. */
  static final Duration UNSAID = Duration.ofSeconds(30);

  private RetryAfter() {}

  /** How long to wait from {@code now}, by the platform's clock. */
  static Optional<Duration> of(HttpAnswer answer, Instant now) {
    return answer.header("Retry-After").flatMap(value -> parse(value.strip(), now));
  }

  /**
   * Never earlier than {@code told}, and a little later.
   *
   * @param spread in [0, 1)
   */
  static Duration later(Duration told, double spread) {
    var wait = told.compareTo(SHORTEST) < 0 ? SHORTEST : told;
    return wait.plusMillis((long) (wait.toMillis() * MOST_LATER * spread));
  }

  private static Optional<Duration> parse(String value, Instant now) {
    if (value.matches("\\d{1,9}")) {
      return Optional.of(capped(Duration.ofSeconds(Long.parseLong(value))));
    }
    return date(value).map(date -> capped(Duration.between(now, date)));
  }

  /** An HTTP date, or nothing. */
  static Optional<Instant> date(String value) {
    try {
      var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(date.toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // a malformed header says nothing
    }
  }

  private static Duration capped(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
