package io.kpiwidget.panel.swing;

import java.util.List;
import org.checkerframework.checker.guieffect.qual.SafeType;

/** The smallest and largest of some values; NaN both when there is none. */
@SafeType
record Range(double low, double high) {

  static Range of(List<Double> values) {
    var there = values.stream().mapToDouble(v -> v).filter(Double::isFinite).summaryStatistics();
    return there.getCount() == 0
        ? new Range(Double.NaN, Double.NaN)
        : new Range(there.getMin(), there.getMax());
  }

  boolean isEmpty() {
    return Double.isNaN(low);
  }

  /** Where {@code value} lies, 0 to 1; the middle when all values are equal. */
  double share(double value) {
    return high > low ? (value - low) / (high - low) : 0.5;
  }
}
