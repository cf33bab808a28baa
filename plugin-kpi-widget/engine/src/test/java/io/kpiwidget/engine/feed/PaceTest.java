package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.cache.Freshness;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PaceTest {

  @ParameterizedTest
  @CsvSource({
    "30, 0, 28000",
    "30, 0.5, 30000",
    "30, 0.999999, 31999",
    "10, 0, 9000",
    "10, 0.5, 10000",
    "3600, 0, 3598000"
  })
  void period_isATenthMoreOrLess_butTwoSecondsAtMost(long interval, double spread, long expected) {
    assertThat(Pace.period(Duration.ofSeconds(interval), spread).toMillis()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 4, 10000",
    "10, 5, 15000",
    "10, 6, 18000",
    "10, 1000, 18000",
    "30, 4, 30000",
    "30, 5, 38000",
    "100, 5, 108000",
    "115, 5, 120000",
    "120, 5, 120000",
    "3600, 9, 3600000"
  })
  void period_growsWhenNothingChanges_butFiguresNeverLookOld(long interval, int calm, long most) {
    var seconds = Duration.ofSeconds(interval);
    var current = Freshness.Times.of(seconds).revalidate();

    assertThat(Pace.stretched(seconds, calm, current)).hasMillis(most);
  }

  @ParameterizedTest
  @CsvSource({"5, 15000", "6, 22500", "7, 33750", "8, 40000", "9, 40000", "2147483647, 40000"})
  void period_growsByHalves_upToFourTimes(int calm, long expected) {
    var long10 = Pace.stretched(Duration.ofSeconds(10), calm, Duration.ofHours(1));

    assertThat(long10).hasMillis(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 30000",
    "6, 6, 18000",
    "15, 15, 7500",
    "25, 15, 5000",
    "20, 20, 7500",
    "40, 3, 0"
  })
  void next_beginsByTheTimeItTakes_butLetsASlowPlatformRest(int age, int lead, long expected) {
    var wait =
        Pace.untilNext(Duration.ofSeconds(30), Duration.ofSeconds(age), Duration.ofSeconds(lead));

    assertThat(wait).hasMillis(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1000, 3000",
    "2, 1000, 5000",
    "5, 1000, 33000",
    "6, 1000, 60000",
    "63, 1000, 60000",
    "2147483647, 1000, 60000"
  })
  void failure_waitsBetweenOneSecondAndAMinute(int failures, long least, long most) {
    assertThat(after(failures, 0)).hasMillis(least);
    assertThat(after(failures, 0.999_999_999))
        .isBetween(Duration.ofMillis(most - 1), Duration.ofMillis(most));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.999})
  void rateLimit_isNeverCutShort(double spread) {
    var wait = Pace.after(new RateLimited(Duration.ofSeconds(40)), 1, spread);

    assertThat(wait).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(45));
  }

  @Test
  void serverThatSaysHowLong_isObeyed() {
    var failure = new Unreachable("503", null, Optional.of(Duration.ofSeconds(90)));

    assertThat(Pace.after(failure, 1, 0)).isGreaterThanOrEqualTo(Duration.ofSeconds(90));
  }

  private static Duration after(int failures, double spread) {
    return Pace.after(new Unreachable("x", null), failures, spread);
  }
}
