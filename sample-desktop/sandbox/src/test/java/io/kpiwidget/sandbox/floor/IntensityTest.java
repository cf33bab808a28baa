package io.kpiwidget.sandbox.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class IntensityTest {
  @Test
  void curve_neverExceedsItsPeak() {
    var curve = new IntradayCurve(new Workday(0), 80, 1);
    for (long at = -Workday.DAY; at < Workday.DAY; at += 61_000) {
      assertThat(curve.perHour(at)).isBetween(0.0, curve.peak());
    }
  }

  @Test
  void curve_atTheStart_isBusierThanAtNight() {
    var curve = new IntradayCurve(new Workday(0), 80, 0);
    assertThat(curve.perHour(0)).isGreaterThan(10 * curve.perHour(-8 * 3_600_000));
  }

  /**
   * A Poisson count's deviation is its root; 5 of them is a false alarm in a million seeds, and
   * this seed is fixed.
   */
  @Test
  void next_constantIntensity_countsAreThoseOfThePoissonProcess() {
    var random = new SplittableRandom(3);
    var count = 0;
    for (long at = 0; at < 1_000 * 3_600_000L; at = Intensity.constant(60).next(at, random)) {
      count++;
    }
    assertThat(count).isCloseTo(60_000, within(5 * 245));
  }

  @Test
  void hour_atTheStart_isMidMorning() {
    assertThat(new Workday(123_456_789).hourOf(123_456_789)).isEqualTo(10.5);
  }
}
