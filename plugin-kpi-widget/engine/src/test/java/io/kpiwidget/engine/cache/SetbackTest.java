package io.kpiwidget.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.Time;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SetbackTest {

  private static final Time.Moment AT = new Time.Moment(Told.NOON, 0);

  @ParameterizedTest
  @CsvSource({
    "1, 0.5, 1000", "2, 0.5, 2000", "3, 0.5, 4000", "6, 0.5, 32000", "7, 0.5, 60000",
    "99, 0.5, 60000", "1, 0, 800", "1, 1, 1200", "7, 0, 48000", "7, 1, 72000"
  })
  void unreachable_doublesThePause_upToAMinute(int failures, double spread, long millis) {
    Setback setback = null;
    for (int i = 0; i < failures; i++) {
      setback = Setback.of(new Unreachable("503", null), AT, setback, spread).orElseThrow();
    }

    assertThat(setback).extracting(Setback::pause).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void platformThatSaysHowLong_isBelieved() {
    var gone = new Unreachable("503", null, Optional.of(Duration.ofSeconds(90)));

    assertThat(Setback.of(gone, AT, null, 0.5).orElseThrow().pause())
        .isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void refusals_holdForAMinute() {
    assertThat(Setback.of(new NotUnderstood("404", ""), AT, null, 0).orElseThrow().pause())
        .isEqualTo(Duration.ofSeconds(60));
    assertThat(Setback.of(new NotPermitted("p"), AT, null, 0).orElseThrow().pause())
        .isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void whatOthersPause_isLeftToThem() {
    assertThat(Setback.of(new RateLimited(Duration.ofSeconds(9)), AT, null, 0)).isEmpty();
    assertThat(Setback.of(new SignInRequired("401"), AT, null, 0)).isEmpty();
    assertThat(Setback.of(new BadAnswer("html"), AT, null, 0)).isEmpty();
  }
}
