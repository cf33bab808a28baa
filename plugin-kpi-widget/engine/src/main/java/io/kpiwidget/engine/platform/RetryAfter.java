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
  static final Duration LONGEST = Duration.ofMinutes(15);

  /** When a 429 does not say. */
  static final Duration UNSAID = Duration.ofSeconds(30);

  private RetryAfter() {}

  /** How long to wait from {@code now}, by the platform's clock. */
  static Optional<Duration> of(HttpAnswer answer, Instant now) {
    return answer.header("Retry-After").flatMap(value -> parse(value.strip(), now));
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
