package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.config.MetricUnit;

/** What a KPI's number counts. */
public enum KpiUnit {
  /** Things: interactions, agents. */
  COUNT,
  /** Seconds. */
  DURATION,
  /** A share between 0 and 1. */
  RATIO;

  static KpiUnit of(MetricUnit unit) {
    return switch (unit) {
      case COUNT -> COUNT;
      case SECONDS, MINUTES -> DURATION;
      case SHARE, PERCENT -> RATIO;
    };
  }
}
