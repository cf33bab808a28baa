package io.kpiwidget.engine.platform;

import com.google.gson.JsonPrimitive;
import io.kpiwidget.engine.platform.AnalyticsQuery.AskedMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of the guide's query. */
final class GuideRows {

  private static final Duration LONGEST_WAIT = Duration.ofDays(366);

  private GuideRows() {}

  static List<Row> read(AnalyticsQuery query, HttpAnswer answer) throws PlatformException {
    var told = Answered.of("query", answer);
    var rows = told.each("results", each -> row(query, each, answer.at()));
    // rows are added up: one that comes twice would be a number twice as large
    if (rows.stream().map(row -> List.of(row.group(), row.from())).distinct().count()
        < rows.size()) {
      throw told.bad("results");
    }
    return rows;
  }

  private static Row row(AnalyticsQuery query, Answered each, Instant at) throws PlatformException {
    var figures = new HashMap<String, Figure>();
    var metrics = each.object("metrics");
    for (var metric : query.metrics()) {
      if (metrics.object().has(metric.name())) {
        figure(metric, metrics.object(metric.name()), at)
            .ifPresent(f -> figures.put(metric.name(), f));
      }
    }
    return new Row(group(query, each), from(each), figures);
  }

  private static Map<String, String> group(AnalyticsQuery query, Answered each)
      throws PlatformException {
    var group = new HashMap<String, String>();
    for (var field : query.groupBy()) {
      if (!(each.object("group").object().get(field) instanceof JsonPrimitive value)) {
        throw each.bad("group");
      }
      group.put(field, value.getAsString());
    }
    return group;
  }

  private static Optional<Instant> from(Answered each) throws PlatformException {
    var interval = each.optionalText("interval");
    if (interval.isEmpty()) {
      return Optional.empty();
    }
    var start = interval.get().split("/", 2)[0];
    return Optional.of(each.instant("interval", start));
  }

  // ahead of the platform's own clock is skew and counts as now; a year ago is no wait
  private static Instant since(Answered stats, Instant at) throws PlatformException {
    var since = stats.instant("since");
    if (since.isBefore(at.minus(LONGEST_WAIT)) || since.isAfter(at.plus(LONGEST_WAIT))) {
      throw stats.bad("since");
    }
    return since;
  }

  // an empty object is "no data", like an absent metric
  private static Optional<Figure> figure(AskedMetric metric, Answered stats, Instant at)
      throws PlatformException {
    if (stats.object().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (metric.type()) {
          case COUNT -> new Figure.Count(stats.amount("count"));
          case SUM -> new Figure.Sum(stats.amount("sum"));
          case AVG -> new Figure.Average(stats.amount("sum"), stats.amount("count"));
          case RATIO -> new Figure.Ratio(stats.amount("numerator"), stats.amount("denominator"));
          case OLDEST -> new Figure.Oldest(since(stats, at));
        });
  }
}
