package io.kpiwidget.engine.widget;

/** What a KPI's number counts. */
public enum KpiUnit {
  /** Things: interactions, agents. */
  COUNT,
  /** Seconds. */
  DURATION,
  /** A share between 0 and 1. */
  RATIO
}
