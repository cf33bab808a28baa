package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.config.MetricType;

/**
 * What a KPI is.
 *
 * @param id the name in files and snapshots
 * @param permission what it takes beside {@link KpiCatalogue#REPORT_VIEW}
 */
public record Kpi(
    String id,
    String title,
    KpiUnit unit,
    Scope scope,
    Direction direction,
    String permission,
    MetricType type,
    String field) {

  /** Whose figure it is. */
  public enum Scope {
    QUEUE,
    AGENT
  }

  /** Which way is good. */
  public enum Direction {
    LOWER_IS_BETTER,
    HIGHER_IS_BETTER,
    NEITHER
  }
}
