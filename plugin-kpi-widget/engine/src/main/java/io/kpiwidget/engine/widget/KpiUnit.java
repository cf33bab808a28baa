package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.config.MetricType;

/** What a KPI's number counts. */
public enum KpiUnit {
  /** Things: interactions, agents. */
  COUNT,
  /** Seconds. */
  DURATION,
  /** A share between 0 and 1. */
  RATIO;

  /** The unit that figures of {@code type} usually have. */
  static KpiUnit of(MetricType type) {
    return switch (type) {
      case COUNT -> COUNT;
      case RATIO -> RATIO;
      case AVG, OLDEST, SUM -> DURATION;
    };
  }
}
