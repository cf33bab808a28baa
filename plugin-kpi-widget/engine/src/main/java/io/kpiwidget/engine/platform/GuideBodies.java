package io.kpiwidget.engine.platform;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kpiwidget.engine.config.Filter;
import io.kpiwidget.engine.config.Metric;
import io.kpiwidget.engine.config.WidgetDefinition;
import io.kpiwidget.engine.platform.AnalyticsQuery.AskedMetric;
import java.util.List;

/**
 * Bodies of the guide's requests. Members come in one fixed order, so that equal questions are
 * equal bytes; values are set on a tree, so that no text can become structure.
 */
final class GuideBodies {

  private GuideBodies() {}

  static String query(AnalyticsQuery query) {
    var body = new JsonObject();
    body.add("filter", filter(query.filter()));
    var metrics = new JsonArray();
    query.metrics().forEach(metric -> metrics.add(metric(metric)));
    body.add("metrics", metrics);
    if (!query.groupBy().isEmpty()) {
      body.add("groupBy", texts(query.groupBy()));
    }
    query.granularity().ifPresent(g -> body.addProperty("granularity", g.toString()));
    return body.toString();
  }

  static String widget(WidgetDefinition definition) {
    var body = new JsonObject();
    body.addProperty("name", definition.name());
    body.addProperty("description", definition.description());
    body.addProperty("dataSource", definition.dataSource().wire());
    body.add("filter", filter(definition.filter()));
    body.addProperty("chartType", definition.chartType());
    var metrics = new JsonArray();
    definition.metrics().forEach(metric -> metrics.add(metric(raw(metric))));
    body.add("metrics", metrics);
    body.addProperty("autoRefresh", definition.autoRefresh());
    body.addProperty("refreshInterval", definition.refreshInterval().toSeconds());
    return body.toString();
  }

  private static AskedMetric raw(Metric metric) {
    if (metric instanceof Metric.Raw raw) {
      return new AskedMetric(raw.name(), raw.type(), raw.field());
    }
    throw new IllegalArgumentException("the platform knows no catalogue: " + metric);
  }

  private static JsonObject metric(AskedMetric metric) {
    var object = new JsonObject();
    object.addProperty("name", metric.name());
    object.addProperty("type", metric.type().wire());
    object.addProperty("field", metric.field());
    return object;
  }

  private static JsonObject filter(Filter filter) {
    if (filter instanceof Filter.All all) {
      return joined("and", all.clauses());
    }
    if (filter instanceof Filter.Any any) {
      return joined("or", any.clauses());
    }
    if (filter instanceof Filter.Match match) {
      return condition("filter", match.field(), match.op(), match.values());
    }
    var range = (Filter.TimeRange) filter;
    return condition("timeRange", range.field(), range.op(), range.values());
  }

  private static JsonObject joined(String type, List<Filter> clauses) {
    var object = new JsonObject();
    object.addProperty("type", type);
    var array = new JsonArray();
    clauses.forEach(clause -> array.add(filter(clause)));
    object.add("clauses", array);
    return object;
  }

  private static JsonObject condition(String type, String field, String op, List<String> values) {
    var object = new JsonObject();
    object.addProperty("type", type);
    object.addProperty("field", field);
    object.addProperty("op", op);
    object.add("values", texts(values));
    return object;
  }

  private static JsonArray texts(List<String> values) {
    var array = new JsonArray();
    values.forEach(array::add);
    return array;
  }
}
