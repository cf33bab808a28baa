package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.config.Direction;
import io.kpiwidget.engine.config.Metric;
import io.kpiwidget.engine.config.Metric.Limits;
import java.util.Locale;
import java.util.OptionalDouble;

/** A KPI as one widget shows it. */
public record Tile(Kpi kpi, Metric metric) {

  /** What the agent reads in {@code locale}. */
  public String title(Locale locale) {
    return metric.look().title().map(title -> title.in(locale)).orElseGet(() -> usual(locale));
  }

  private String usual(Locale locale) {
    return metric instanceof Metric.Raw raw ? raw.name() : KpiTexts.in(locale).title(kpi.id());
  }

  /** How the figure comes about, in {@code locale}; empty when that is not known. */
  public String about(Locale locale) {
    return KpiTexts.in(locale).about(kpi.id());
  }

  public boolean large() {
    return metric.look().large();
  }

  /** What {@code value} means for the agent. */
  public KpiStatus status(KpiValue value) {
    return value instanceof KpiValue.Number number
        ? Threshold.status(number.value(), limits(), direction())
        : KpiStatus.NEUTRAL;
  }

  public OptionalDouble target() {
    return limits().target();
  }

  private Limits limits() {
    return metric.look().limits();
  }

  private Direction direction() {
    return metric.look().direction().orElse(kpi.direction());
  }
}
