package io.kpiwidget.engine.widget;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import io.kpiwidget.engine.config.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A stretch of time, half-open. Its ends lie on a grid and are never "now": a question that ends
 * now is a new one each second, and no answer to it is ever used twice.
 */
public record TimeWindow(Instant start, Instant end) {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final Duration INTERVAL = Duration.ofMinutes(30);

  public TimeWindow {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("start is not before end: " + start + ", " + end);
    }
  }

  /**
   * What {@code window} is at {@code now} for an agent in {@code zone}. Empty only for a shift that
   * does not count, or of which the desktop said nothing.
   */
  public static Optional<TimeWindow> of(
      Window window, Instant now, ZoneId zone, Optional<TimeWindow> shift) {
    return window instanceof Window.Shift
        ? shift.filter(told -> told.counts(now, zone)).map(told -> told.onGrid(zone))
        : Optional.of(of(window, now, zone));
  }

  private static TimeWindow of(Window window, Instant now, ZoneId zone) {
    if (window instanceof Window.Day) {
      return today(now, zone);
    }
    if (window instanceof Window.Week) {
      return week(now, zone);
    }
    if (window instanceof Window.Interval) {
      return interval(now, zone);
    }
    return last(((Window.LastMinutes) window).minutes(), now);
  }

  /** The whole day of {@code now} in {@code zone}: 23 or 25 hours when the clocks change. */
  public static TimeWindow today(Instant now, ZoneId zone) {
    var day = now.atZone(zone).toLocalDate();
    return days(day, day, zone);
  }

  // ISO 8601 begins a week on Monday
  private static TimeWindow week(Instant now, ZoneId zone) {
    var day = now.atZone(zone).toLocalDate();
    return days(day.with(previousOrSame(MONDAY)), day, zone);
  }

  // not from midnight: where the clocks jump over it or a date is skipped, a day begins later
  private static TimeWindow days(LocalDate first, LocalDate last, ZoneId zone) {
    return new TimeWindow(
        first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /**
   * The half hour that the agent's clock shows. Where the clocks change inside one (Chatham, at a
   * quarter to three), it is cut there: the hour that comes twice has its own intervals each time,
   * and every moment is in one interval only.
   */
  private static TimeWindow interval(Instant now, ZoneId zone) {
    var rules = zone.getRules();
    var offset = rules.getOffset(now);
    var start = floor(now, INTERVAL, offset);
    var end = start.plus(INTERVAL);
    return new TimeWindow(
        rules.getOffset(start).equals(offset)
            ? start
            : rules.previousTransition(now.plusNanos(1)).getInstant(),
        rules.getOffset(end.minusNanos(1)).equals(offset)
            ? end
            : rules.nextTransition(now).getInstant());
  }

  /**
   * At least the minutes before {@code now}, in whole buckets and with the one that runs. The
   * buckets are UTC's, so that agents of all zones ask the same; and the minutes are rounded up to
   * buckets before they are taken off, so that both ends move at once.
   */
  private static TimeWindow last(int minutes, Instant now) {
    var bucket = bucket(minutes);
    var running = floor(now, bucket, ZoneOffset.UTC);
    var buckets = (minutes + bucket.toMinutes() - 1) / bucket.toMinutes();
    return new TimeWindow(running.minus(bucket.multipliedBy(buckets)), running.plus(bucket));
  }

  // a sixth at most: a coarse grid is asked less often, but shows more than was wanted
  private static Duration bucket(int minutes) {
    int size = IntStream.of(30, 15, 5).filter(b -> b <= minutes / 6).findFirst().orElse(1);
    return Duration.ofMinutes(size);
  }

  // each grid divides a day, so that the seconds of any local time tell where in it they are
  private static Instant floor(Instant now, Duration grid, ZoneOffset offset) {
    long local = now.getEpochSecond() + offset.getTotalSeconds();
    return Instant.ofEpochSecond(now.getEpochSecond() - Math.floorMod(local, grid.toSeconds()));
  }

  /**
   * A shift counts from its start to the end of the day in which it is over: the agent who stays
   * for a last call wants to see its figures, the one who comes tomorrow does not.
   */
  private boolean counts(Instant now, ZoneId zone) {
    var lastDay = today(end.minusNanos(1), zone); // half-open: until midnight is still today
    return !now.isBefore(start) && now.isBefore(lastDay.end);
  }

  // the agents of one shift leave within minutes of each other: they shall ask the same
  private TimeWindow onGrid(ZoneId zone) {
    return new TimeWindow(
        start.truncatedTo(ChronoUnit.MINUTES), interval(end.minusNanos(1), zone).end);
  }

  /** ISO 8601 in UTC with Z (guide, edge case 4). */
  String startText() {
    return UTC.format(start);
  }

  String endText() {
    return UTC.format(end);
  }
}
