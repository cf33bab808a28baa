package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.config.Metric.Limits;
import java.util.OptionalDouble;

/** A KPI as one widget shows it. */
public record Tile(Kpi kpi, String title, Limits limits) {

  /** What {@code value} means for the agent. */
  public KpiStatus status(KpiValue value) {
    return value instanceof KpiValue.Number number
        ? Threshold.status(number.value(), limits, kpi.direction())
        : KpiStatus.NEUTRAL;
  }

  public OptionalDouble target() {
    return limits.target();
  }
}
