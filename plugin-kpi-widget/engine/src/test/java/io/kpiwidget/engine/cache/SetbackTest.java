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

final class SetbackTest {

  private static final Time.Moment AT = new Time.Moment(Told.NOON, 0);

  @Test
  void unreachable_pausesLongerEachTime() {
    var first = Setback.of(new Unreachable("503", null), AT, null, 0.5).orElseThrow();
    var second = Setback.of(new Unreachable("503", null), AT, first, 0.5).orElseThrow();

    assertThat(first.pause()).isEqualTo(Duration.ofSeconds(1));
    assertThat(second.pause()).isEqualTo(Duration.ofSeconds(2));
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
