package io.kpiwidget.engine.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the platform condenses a field (guide §2, and the observations beside it). */
public enum MetricType {
  COUNT(MetricUnit.COUNT),
  AVG(MetricUnit.SECONDS),
  RATIO(MetricUnit.SHARE),
  OLDEST(MetricUnit.SECONDS),
  SUM(MetricUnit.SECONDS);

  private final MetricUnit unit;

  MetricType(MetricUnit unit) {
    this.unit = unit;
  }

  /** The unit that figures of this type usually have. */
  public MetricUnit unit() {
    return unit;
  }

  /** The name on the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> wires() {
    return Arrays.stream(values()).map(MetricType::wire).toList();
  }
}
