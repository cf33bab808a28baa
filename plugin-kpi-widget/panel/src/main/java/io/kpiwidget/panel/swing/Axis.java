package io.kpiwidget.panel.swing;

import io.kpiwidget.engine.widget.KpiUnit;
import org.checkerframework.checker.guieffect.qual.SafeType;

/**
 * A value axis from 0 or a round number up to a round number.
 *
 * @param step between two grid lines
 */
@SafeType
record Axis(double low, double high, double step) {

  private static final double[] DECIMAL = {1, 2, 5, 10};

  /** Minutes as people divide them. */
  private static final double[] SECONDS = {
    5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400
  };

  /** An axis with two to four grid lines above its foot for all values of {@code range}. */
  static Axis of(Range range, KpiUnit unit) {
    if (range.isEmpty()) {
      return new Axis(0, 1, 1);
    }
    double foot = range.low() > (range.high() - range.low()) * 2 ? range.low() : 0;
    double rough = Math.max(range.high() - foot, 1e-9) / 3;
    double step = unit == KpiUnit.DURATION ? seconds(rough) : decimal(rough);
    double low = Math.floor(foot / step) * step;
    return new Axis(low, Math.max(low + step, Math.ceil(range.high() / step) * step), step);
  }

  private static double seconds(double rough) {
    for (double step : SECONDS) {
      if (step >= rough) {
        return step;
      }
    }
    return Math.ceil(rough / 14400) * 14400;
  }

  private static double decimal(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double step : DECIMAL) {
      if (step * power >= rough) {
        return step * power;
      }
    }
    return 10 * power;
  }

  /** Where {@code value} lies, 0 at the foot, 1 at the top. */
  double share(double value) {
    return (value - low) / (high - low);
  }

  int lines() {
    return (int) Math.round((high - low) / step);
  }

  double line(int i) {
    return low + i * step;
  }
}
