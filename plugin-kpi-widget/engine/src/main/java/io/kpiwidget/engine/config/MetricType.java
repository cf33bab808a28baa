package io.kpiwidget.engine.config;

import java.util.Locale;

/** How the platform condenses a field (guide §2, and the observations beside it). */
public enum MetricType {
  COUNT,
  AVG,
  RATIO,
  OLDEST,
  SUM;

  /** The name on the wire. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
