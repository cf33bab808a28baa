package io.kpiwidget.engine.platform;

import io.kpiwidget.engine.config.Filter;
import io.kpiwidget.engine.config.MetricType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One question without a placeholder left (guide §4). What is a set is in one order, so that two
 * widgets that name the same figures or queues in another order ask the same question.
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
    filter = ordered(filter);
    metrics = metrics.stream().sorted(Comparator.comparing(AskedMetric::name)).toList();
    // its order may be that of the rows
    groupBy = List.copyOf(groupBy);
  }

  private static Filter ordered(Filter filter) {
    if (filter instanceof Filter.All all) {
      return new Filter.All(ordered(all.clauses()));
    }
    if (filter instanceof Filter.Any any) {
      return new Filter.Any(ordered(any.clauses()));
    }
    if (filter instanceof Filter.Match match) {
      return new Filter.Match(match.field(), match.op(), match.values().stream().sorted().toList());
    }
    return filter;
  }

  private static List<Filter> ordered(List<Filter> clauses) {
    return clauses.stream()
        .map(AnalyticsQuery::ordered)
        .sorted(Comparator.comparing(Filter::toString))
        .toList();
  }

  /** One figure, called {@code name} in the answer. */
  public record AskedMetric(String name, MetricType type, String field) {}
}
