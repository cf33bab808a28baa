package io.kpiwidget.engine.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kpiwidget.engine.config.Window;
import io.kpiwidget.engine.config.Window.Day;
import io.kpiwidget.engine.config.Window.Interval;
import io.kpiwidget.engine.config.Window.LastMinutes;
import io.kpiwidget.engine.config.Window.Shift;
import io.kpiwidget.engine.config.Window.Week;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeWindowTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T12:00:00Z, Europe/Berlin, 2026-11-22T23:00:00.000Z, 2026-11-23T23:00:00.000Z, 24",
    "2026-11-23T22:59:59.999Z, Europe/Berlin, 2026-11-22T23:00:00.000Z, 2026-11-23T23:00:00.000Z, 24",
    "2026-11-23T23:00:00Z, Europe/Berlin, 2026-11-23T23:00:00.000Z, 2026-11-24T23:00:00.000Z, 24",
    "2026-03-29T12:00:00Z, Europe/Berlin, 2026-03-28T23:00:00.000Z, 2026-03-29T22:00:00.000Z, 23",
    "2026-10-25T12:00:00Z, Europe/Berlin, 2026-10-24T22:00:00.000Z, 2026-10-25T23:00:00.000Z, 25",
    "2026-11-23T12:00:00Z, Asia/Kathmandu, 2026-11-22T18:15:00.000Z, 2026-11-23T18:15:00.000Z, 24",
    "2026-11-23T12:00:00Z, Pacific/Kiritimati, 2026-11-23T10:00:00.000Z, 2026-11-24T10:00:00.000Z, 24",
    "2026-11-23T12:00:00Z, Pacific/Pago_Pago, 2026-11-23T11:00:00.000Z, 2026-11-24T11:00:00.000Z, 24",
    "2018-11-04T12:00:00Z, America/Sao_Paulo, 2018-11-04T03:00:00.000Z, 2018-11-05T02:00:00.000Z, 23"
  })
  void today_isTheAgentsWholeDay_halfOpenInUtc(
      Instant now, ZoneId zone, String start, String end, long hours) {
    var window = TimeWindow.today(now, zone);

    assertThat(window.startText()).isEqualTo(start);
    assertThat(window.endText()).isEqualTo(end);
    assertThat(Duration.between(window.start(), window.end())).hasHours(hours);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T12:00:00Z, 2026-11-23T12:00:00Z",
    "2026-11-23T12:00:00Z, 2026-11-23T11:59:59Z"
  })
  void window_thatEndsBeforeItHasBegun_isRefusedWithBothEnds(Instant start, Instant end) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeWindow(start, end))
        .withMessage("start is not before end: " + start + ", " + end);
  }

  @Test
  void shift_thatNobodyTold_isNoWindow() {
    assertThat(TimeWindow.of(new Shift(), NOON, BERLIN, Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // 08:00 to 16:00 in Berlin, whose day ends at 23:00Z
    "2026-11-23T07:00:00Z, 2026-11-23T15:00:00Z, 2026-11-23T06:59:59.999Z, false",
    "2026-11-23T07:00:00Z, 2026-11-23T15:00:00Z, 2026-11-23T07:00:00Z, true",
    "2026-11-23T07:00:00Z, 2026-11-23T15:00:00Z, 2026-11-23T14:59:59.999Z, true",
    "2026-11-23T07:00:00Z, 2026-11-23T15:00:00Z, 2026-11-23T15:00:00Z, true",
    "2026-11-23T07:00:00Z, 2026-11-23T15:00:00Z, 2026-11-23T22:59:59.999Z, true",
    "2026-11-23T07:00:00Z, 2026-11-23T15:00:00Z, 2026-11-23T23:00:00Z, false",
    // a night's, 22:00 to 06:00: it is over in the morning, and counts on until the next midnight
    "2026-11-23T21:00:00Z, 2026-11-24T05:00:00Z, 2026-11-24T00:00:00Z, true",
    "2026-11-23T21:00:00Z, 2026-11-24T05:00:00Z, 2026-11-24T22:59:59.999Z, true",
    "2026-11-23T21:00:00Z, 2026-11-24T05:00:00Z, 2026-11-24T23:00:00Z, false",
    // until midnight and a minute longer
    "2026-11-23T15:00:00Z, 2026-11-23T23:00:00Z, 2026-11-23T23:00:00Z, false",
    "2026-11-23T15:00:00Z, 2026-11-23T23:01:00Z, 2026-11-23T23:30:00Z, true"
  })
  void shift_counts_fromItsStartUntilItsLastDayEnds(
      Instant start, Instant end, Instant now, boolean counts) {
    var told = Optional.of(new TimeWindow(start, end));

    assertThat(TimeWindow.of(new Shift(), now, BERLIN, told).isPresent()).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-11-23T07:00:59.999Z, 2026-11-23T15:00:00Z, 07:00:00, 15:00:00",
    "Europe/Berlin, 2026-11-23T07:01:00Z, 2026-11-23T15:00:00.001Z, 07:01:00, 15:30:00",
    "Europe/Berlin, 2026-11-23T07:01:00Z, 2026-11-23T15:29:59.999Z, 07:01:00, 15:30:00",
    "Asia/Kathmandu, 2026-11-23T07:01:00Z, 2026-11-23T15:15:00Z, 07:01:00, 15:15:00",
    "Asia/Kathmandu, 2026-11-23T07:01:00Z, 2026-11-23T15:15:00.001Z, 07:01:00, 15:45:00"
  })
  void shift_startsOnAMinute_andEndsWithAHalfHourOfTheAgentsClock(
      ZoneId zone, Instant start, Instant end, String first, String last) {
    var told = Optional.of(new TimeWindow(start, end));

    assertThat(TimeWindow.of(new Shift(), NOON, zone, told))
        .contains(window("2026-11-23T" + first + "Z", "2026-11-23T" + last + "Z"));
  }

  @ParameterizedTest
  @CsvSource({
    // the hour that comes twice has its intervals twice
    "Europe/Berlin, 2026-10-25T00:10:00Z, 2026-10-25T00:00:00Z, 2026-10-25T00:30:00Z",
    "Europe/Berlin, 2026-10-25T01:10:00Z, 2026-10-25T01:00:00Z, 2026-10-25T01:30:00Z",
    // here only a half hour does
    "Australia/Lord_Howe, 2024-04-06T14:59:59.999Z, 2024-04-06T14:30:00Z, 2024-04-06T15:00:00Z",
    "Australia/Lord_Howe, 2024-04-06T15:00:00Z, 2024-04-06T15:00:00Z, 2024-04-06T15:30:00Z",
    "Australia/Lord_Howe, 2024-10-05T15:30:00Z, 2024-10-05T15:30:00Z, 2024-10-05T16:00:00Z",
    // the clocks change at 02:45 and at 03:45
    "Pacific/Chatham, 2024-09-28T13:59:59.999Z, 2024-09-28T13:45:00Z, 2024-09-28T14:00:00Z",
    "Pacific/Chatham, 2024-09-28T14:00:00Z, 2024-09-28T14:00:00Z, 2024-09-28T14:15:00Z",
    "Pacific/Chatham, 2024-04-06T13:59:59.999Z, 2024-04-06T13:45:00Z, 2024-04-06T14:00:00Z",
    "Pacific/Chatham, 2024-04-06T14:00:00Z, 2024-04-06T14:00:00Z, 2024-04-06T14:15:00Z",
    "Asia/Kathmandu, 2026-11-23T12:00:00Z, 2026-11-23T11:45:00Z, 2026-11-23T12:15:00Z",
    "Pacific/Chatham, 2026-11-23T12:00:00Z, 2026-11-23T11:45:00Z, 2026-11-23T12:15:00Z"
  })
  void interval_isTheHalfHourOnTheAgentsClock(ZoneId zone, Instant now, String start, String end) {
    assertThat(known(new Interval(), now, zone)).isEqualTo(window(start, end));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 12:00:00, 11:59:00, 12:01:00",
    "1, 12:00:59.999, 11:59:00, 12:01:00",
    "7, 12:00:30, 11:53:00, 12:01:00",
    "29, 12:00:00, 11:31:00, 12:01:00",
    "30, 12:00:00, 11:30:00, 12:05:00",
    "30, 12:04:59.999, 11:30:00, 12:05:00",
    "30, 12:05:00, 11:35:00, 12:10:00",
    "31, 12:03:00, 11:25:00, 12:05:00",
    "89, 12:03:00, 10:30:00, 12:05:00",
    "90, 12:03:00, 10:30:00, 12:15:00",
    "179, 12:03:00, 09:00:00, 12:15:00",
    "180, 12:03:00, 09:00:00, 12:30:00"
  })
  void lastMinutes_areWholeBuckets_finerForShorterWindows(
      int minutes, String now, String start, String end) {
    var at = Instant.parse("2026-11-23T" + now + "Z");

    assertThat(known(new LastMinutes(minutes), at, BERLIN))
        .isEqualTo(window("2026-11-23T" + start + "Z", "2026-11-23T" + end + "Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12:00:00Z", "12:14:59.999Z", "12:29:00.001Z"})
  void lastMinutes_ofEachLength_areNoFewer_andAtMostTwoBucketsMore(String time) {
    var now = Instant.parse("2026-11-23T" + time);
    for (int minutes = 1; minutes <= 1440; minutes++) {
      var window = known(new LastMinutes(minutes), now, BERLIN);
      long twoBuckets = 2 * Math.max(1, Math.min(30, minutes / 6));

      assertThat(window.start()).isBeforeOrEqualTo(now.minus(Duration.ofMinutes(minutes)));
      assertThat(window.end()).isAfter(now);
      assertThat(Duration.between(window.start(), window.end()))
          .isLessThanOrEqualTo(Duration.ofMinutes(minutes + twoBuckets));
    }
  }

  @Test
  void lastMinutes_areTheSameInEveryZone() {
    var inBerlin = known(new LastMinutes(180), NOON, BERLIN);

    assertThat(known(new LastMinutes(180), NOON, ZoneId.of("Asia/Kathmandu"))).isEqualTo(inBerlin);
  }

  @ParameterizedTest
  @CsvSource({
    "day, PT24H",
    "week, PT24H",
    "shift, PT8H",
    "interval, PT30M",
    "last1Minutes, PT1M",
    "last7Minutes, PT1M",
    "last31Minutes, PT5M",
    "last60Minutes, PT5M",
    "last100Minutes, PT15M",
    "last1440Minutes, PT30M"
  })
  void window_askedForAThousandTimesInABucket_isOne(String id, Duration bucket) {
    var window = Window.of(id).orElseThrow();
    var start = Instant.parse("2026-11-23T23:00:00Z");
    var told = Optional.of(new TimeWindow(start, start.plusSeconds(8 * 3600)));
    var step = bucket.dividedBy(1000);

    assertThat(
            IntStream.range(0, 1000)
                .mapToObj(i -> start.plus(step.multipliedBy(i)))
                .map(now -> TimeWindow.of(window, now, BERLIN, told).orElseThrow())
                .map(one -> one.startText() + one.endText()))
        .hasSize(1000)
        .containsOnly(
            TimeWindow.of(window, start.plus(bucket).minusNanos(1), BERLIN, told)
                .map(one -> one.startText() + one.endText())
                .orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"interval, PT30M", "last7Minutes, PT1M", "last31Minutes, PT5M", "day, PT24H"})
  void window_ofTheNextBucket_isAnother(String id, Duration bucket) {
    var window = Window.of(id).orElseThrow();
    var start = Instant.parse("2026-11-23T23:00:00Z");

    assertThat(known(window, start.plus(bucket), BERLIN))
        .isNotEqualTo(known(window, start, BERLIN));
  }

  @Test
  void day_ofAnAgentWhoseZoneChanges_isTheOtherZones() {
    var evening = Instant.parse("2026-11-23T20:00:00Z");

    assertThat(known(new Day(), evening, BERLIN))
        .isEqualTo(window("2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z"));
    assertThat(known(new Day(), evening, ZoneId.of("Asia/Kolkata")))
        .isEqualTo(window("2026-11-23T18:30:00Z", "2026-11-24T18:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T22:59:59.999Z, 2026-11-15T23:00:00Z, 2026-11-22T23:00:00Z",
    "2026-11-22T23:00:00Z, 2026-11-22T23:00:00Z, 2026-11-23T23:00:00Z",
    "2026-11-25T12:00:00Z, 2026-11-22T23:00:00Z, 2026-11-25T23:00:00Z",
    "2026-10-25T12:00:00Z, 2026-10-18T22:00:00Z, 2026-10-25T23:00:00Z"
  })
  void week_isFromMondayToTheEndOfToday(Instant now, String start, String end) {
    assertThat(known(new Week(), now, BERLIN)).isEqualTo(window(start, end));
  }

  /** Every zone there is, from a moment before each change of its clocks to a moment after. */
  @Test
  void windows_ofAllZones_whenTheClocksChange_holdNow_andNoIntervalIsLongerThanAHalfHour() {
    for (var id : ZoneId.getAvailableZoneIds()) {
      var zone = ZoneId.of(id);
      for (var now : changes(zone)) {
        assertThat(holds(known(new Day(), now, zone), now)).as("%s %s", id, now).isTrue();
        assertThat(holds(known(new Week(), now, zone), now)).as("%s %s", id, now).isTrue();
        var interval = known(new Interval(), now, zone);
        assertThat(holds(interval, now)).as("%s %s", id, now).isTrue();
        assertThat(Duration.between(interval.start(), interval.end()))
            .as("%s %s", id, now)
            .isLessThanOrEqualTo(Duration.ofMinutes(30));
      }
    }
  }

  private static List<Instant> changes(ZoneId zone) {
    var rules = zone.getRules();
    return Stream.iterate(
            rules.nextTransition(Instant.parse("2018-01-01T00:00:00Z")),
            Objects::nonNull,
            change -> rules.nextTransition(change.getInstant()))
        .map(ZoneOffsetTransition::getInstant)
        .takeWhile(Instant.parse("2028-01-01T00:00:00Z")::isAfter)
        .flatMap(at -> Stream.of(at.minusMillis(1), at, at.plusMillis(1)))
        .toList();
  }

  private static boolean holds(TimeWindow window, Instant now) {
    return !now.isBefore(window.start()) && now.isBefore(window.end());
  }

  private static TimeWindow known(Window window, Instant now, ZoneId zone) {
    return TimeWindow.of(window, now, zone, Optional.empty()).orElseThrow();
  }

  private static TimeWindow window(String start, String end) {
    return new TimeWindow(Instant.parse(start), Instant.parse(end));
  }
}
