package io.kpiwidget.engine.platform;

import io.kpiwidget.engine.config.Filter;
import io.kpiwidget.engine.config.MetricType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One question without a placeholder left (guide §4).
 *
 * @param groupBy fields that rows are told apart by
 * @param granularity the length of the intervals that the range is cut into
 */
public record AnalyticsQuery(
    Filter filter,
    List<AskedMetric> metrics,
    List<String> groupBy,
    Optional<Duration> granularity) {

  public AnalyticsQuery {
    metrics = List.copyOf(metrics);
    groupBy = List.copyOf(groupBy);
  }

  /** One figure, called {@code name} in the answer. */
  public record AskedMetric(String name, MetricType type, String field) {}
}
