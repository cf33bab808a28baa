package io.kpiwidget.engine.config;

/** Whose figure a KPI is. */
public enum KpiScope {
  QUEUE,
  AGENT
}
