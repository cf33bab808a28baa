package io.kpiwidget.engine.widget;

/** A value against its thresholds. */
public enum KpiStatus {
  /** No thresholds, or no number. */
  NEUTRAL,
  ON_TARGET,
  NEAR_LIMIT,
  BREACHED
}
