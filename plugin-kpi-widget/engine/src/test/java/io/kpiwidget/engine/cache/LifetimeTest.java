package io.kpiwidget.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.Time;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LifetimeTest {

  private static final Freshness.Times WANTED = times(28, 40, 300);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-age=60 | HONOUR | 60, 60, 60",
        "max-age=0 | HONOUR | 0, 0, 0",
        "s-maxage=60, max-age=1 | HONOUR | 1, 1, 1",
        "proxy-revalidate, max-age=9 | HONOUR | 9, 9, 9",
        "public | HONOUR | 28, 28, 28",
        "max-age=60, no-cache | HONOUR | 0, 0, 0",
        "max-age=60, must-revalidate | HONOUR | 60, 60, 60",
        "max-age=60, stale-while-revalidate=5 | HONOUR | 60, 65, 65",
        "max-age=60, stale-if-error=9 | HONOUR | 60, 60, 69",
        "max-age=60, stale-while-revalidate=9, stale-if-error=5 | HONOUR | 60, 69, 69",
        "max-age=60, stale-while-revalidate=5, must-revalidate | HONOUR | 60, 60, 60",
        "max-age=60, stale-if-error=5, must-revalidate | HONOUR | 60, 60, 60",
        "max-age=60, stale-while-revalidate=5, no-cache | HONOUR | 0, 0, 0",
        "max-age=60, private | HONOUR | 60, 60, 60",
        "public | FLOOR | 28, 40, 300",
        "max-age=1 | FLOOR | 28, 40, 300",
        "max-age=60 | FLOOR | 60, 60, 300",
        "max-age=1, must-revalidate | FLOOR | 28, 28, 28",
        "max-age=60, no-cache | FLOOR | 0, 0, 0",
        "max-age=60 | OVERRIDE | 28, 40, 300",
        "no-cache, no-store, must-revalidate | OVERRIDE | 28, 40, 300",
      })
  void directives_makeTheTimes(String control, Policy policy, String times) {
    var seconds = times.split(", ", -1);
    var expected =
        times(Long.parseLong(seconds[0]), Long.parseLong(seconds[1]), Long.parseLong(seconds[2]));

    assertThat(Lifetime.of(Told.answer(200, "Cache-Control: " + control), policy, WANTED))
        .isEqualTo(expected);
  }

  @Test
  void longestTimes_areAddedUpWithoutOverflow() {
    var control = "Cache-Control: max-age=9999999999, stale-while-revalidate=9999999999";

    var times = Lifetime.of(Told.answer(200, control), Policy.HONOUR, WANTED);

    assertThat(times.revalidate().toNanos()).isEqualTo((1L << 32) * 1_000_000_000L);
  }

  @Test
  void lastModified_isNoFreshness() {
    var answer = Told.answer(200, "Last-Modified: " + Told.date(-86_400), "Date: " + Told.date(0));

    assertThat(Lifetime.of(answer, Policy.HONOUR, times(0, 0, 0))).isEqualTo(times(0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"10, 70, 60", "10, 10, 0", "10, 9, 0", "-3600, -3540, 60"})
  void expires_countsFromTheDate(long date, long expires, long fresh) {
    var answer = Told.answer(200, "Date: " + Told.date(date), "Expires: " + Told.date(expires));

    assertThat(Lifetime.of(answer, Policy.HONOUR, WANTED).fresh())
        .isEqualTo(Duration.ofSeconds(fresh));
  }

  @Test
  void expires_withoutADate_countsFromTheAnswer() {
    var answer = Told.answer(200, "Date: foo", "Expires: " + Told.date(10));

    assertThat(Lifetime.of(answer, Policy.HONOUR, WANTED).fresh())
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void expiresThatIsNoDate_isOver() {
    assertThat(Lifetime.of(Told.answer(200, "Expires: 0"), Policy.HONOUR, WANTED).fresh()).isZero();
  }

  @Test
  void maxAge_goesBeforeExpires() {
    var answer = Told.answer(200, "Cache-Control: max-age=60", "Expires: " + Told.date(-99));

    assertThat(Lifetime.of(answer, Policy.HONOUR, WANTED).fresh())
        .isEqualTo(Duration.ofSeconds(60));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7200 | 7200",
        "abc | 0",
        "-7200 | 0",
        "7200.0 | 0",
        "7200, 0 | 7200",
        "0, 7200 | 0",
        "7200;foo=1 | 0",
        "2147483649 | 2147483648"
      })
  void age_isItsFirstMember_orNothing(String age, long seconds) {
    assertThat(Lifetime.ageWhenAsked(Told.answer(200, "Age: " + age), Duration.ZERO))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Age: 5 | 300 | 290", // the date is 300 s old, 10 of them on the way
        "Via: 1.1 edge | 300 | 290",
        "Age: 400 | 300 | 400",
        "Age: 5 | -300 | 5", // a date of tomorrow makes nothing younger
        "Server: x | 300 | 0", // nobody kept it: the clocks differ
      })
  void date_tellsTheAge_onlyBehindACache(String line, long before, long seconds) {
    var answer = Told.answer(200, line, "Date: " + Told.date(-before));

    assertThat(Lifetime.ageWhenAsked(answer, Duration.ofSeconds(10)))
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void clockFiveMinutesFast_changesNothing() {
    var corrected = Told.NOON; // the door tells the platform's time, whatever ours is
    var fast = new Time.Moment(Told.NOON.plusSeconds(300), 0);
    var answer =
        new HttpAnswer(
            200,
            Map.of("date", Told.date(0), "expires", Told.date(60), "age", "0"),
            "",
            fast,
            corrected);

    assertThat(Lifetime.ageWhenAsked(answer, Duration.ZERO)).isZero();
    assertThat(Lifetime.of(answer, Policy.HONOUR, WANTED).fresh())
        .isEqualTo(Duration.ofSeconds(60));
  }

  private static Freshness.Times times(long fresh, long revalidate, long expiry) {
    return new Freshness.Times(
        Duration.ofSeconds(fresh), Duration.ofSeconds(revalidate), Duration.ofSeconds(expiry));
  }
}
