package io.kpiwidget.engine.platform;

import com.google.gson.JsonPrimitive;
import io.kpiwidget.engine.platform.AnalyticsQuery.AskedMetric;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of the guide's query. */
final class GuideRows {

  private GuideRows() {}

  static List<Row> read(AnalyticsQuery query, HttpAnswer answer) throws PlatformException {
    return Answered.of("query", answer).each("results", each -> row(query, each));
  }

  private static Row row(AnalyticsQuery query, Answered each) throws PlatformException {
    var figures = new HashMap<String, Figure>();
    var metrics = each.object("metrics");
    for (var metric : query.metrics()) {
      if (metrics.object().has(metric.name())) {
        figure(metric, metrics.object(metric.name())).ifPresent(f -> figures.put(metric.name(), f));
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

  // an empty object is "no data", like an absent metric
  private static Optional<Figure> figure(AskedMetric metric, Answered stats)
      throws PlatformException {
    if (stats.object().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (metric.type()) {
          case COUNT -> new Figure.Count(stats.number("count"));
          case SUM -> new Figure.Sum(stats.number("sum"));
          case AVG -> new Figure.Average(stats.number("sum"), stats.number("count"));
          case RATIO -> new Figure.Ratio(stats.number("numerator"), stats.number("denominator"));
          case OLDEST -> new Figure.Oldest(stats.instant("since"));
        });
  }
}
