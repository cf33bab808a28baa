package io.kpiwidget.engine.cache;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates in the three forms that HTTP knows, to the letter (RFC 9110 §5.6.7). Java's own reader of
 * RFC 1123 takes more: a date that is almost one must count as the past.
 */
final class HttpDate {

  /** Two digits of a year; the form was given up in 1989, so nobody means a year before 1980. */
  private static final int OLDEST_SHORT_YEAR = 1980;

  private static final List<DateTimeFormatter> FORMS =
      List.of(
          form("EEE, dd MMM uuuu HH:mm:ss 'GMT'").toFormatter(Locale.US),
          form("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, OLDEST_SHORT_YEAR)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.US),
          form("EEE MMM ppd HH:mm:ss uuuu").toFormatter(Locale.US));

  private HttpDate() {}

  static Optional<Instant> parse(String text) {
    return FORMS.stream().flatMap(form -> read(form, text).stream()).findFirst();
  }

  private static Optional<Instant> read(DateTimeFormatter form, String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty(); // not this form
    }
  }

  private static DateTimeFormatterBuilder form(String pattern) {
    return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
  }
}
