package io.kpiwidget.engine.widget;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A stretch of time, half-open. Its end is the end of the day, not "now": a question that ends now
 * is a new one each second, and no answer to it is ever used twice.
 */
public record TimeWindow(Instant start, Instant end) {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The whole day of {@code now} in {@code zone}: 23 or 25 hours when the clocks change. */
  public static TimeWindow today(Instant now, ZoneId zone) {
    var day = now.atZone(zone).toLocalDate();
    return new TimeWindow(
        day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** ISO 8601 in UTC with Z (guide, edge case 4). */
  String startText() {
    return UTC.format(start);
  }

  String endText() {
    return UTC.format(end);
  }
}
