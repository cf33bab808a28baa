package io.kpiwidget.engine.config;

import com.google.gson.JsonObject;
import io.kpiwidget.engine.config.WidgetDefinition.DataSource;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/** The file's {@code widget} part: guide §2, with KPIs by name. */
final class WidgetReader {

  private static final String STANDARD = "standard-widget.json";

  private WidgetReader() {}

  /** The widget that ships with the engine. */
  static WidgetDefinition standard() {
    var stream = Objects.requireNonNull(WidgetReader.class.getResourceAsStream(STANDARD));
    try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      var object = (JsonObject) StrictJson.read(reader);
      return read(new Fields(Path.of(STANDARD), "", object));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigException e) {
      throw new IllegalStateException(e); // ours, and tested
    }
  }

  static WidgetDefinition read(Fields fields) throws ConfigException {
    var widget =
        new WidgetDefinition(
            fields.text("name", "Agent KPIs"),
            fields.text("description", "Live figures for the agent and their queues"),
            dataSource(fields),
            fields.has("filter")
                ? FilterReader.read(fields.object("filter"))
                : new Filter.All(List.of()),
            fields.text("chartType", "table"),
            metrics(fields),
            fields.truth("autoRefresh", true),
            refreshInterval(fields));
    fields.done();
    return widget;
  }

  private static DataSource dataSource(Fields fields) throws ConfigException {
    var names = List.of("queue", "user", "conversation");
    return DataSource.valueOf(fields.choice("dataSource", names, "queue").toUpperCase(Locale.ROOT));
  }

  private static Duration refreshInterval(Fields fields) throws ConfigException {
    var seconds = fields.number("refreshInterval").orElse(30);
    if (seconds != Math.rint(seconds) || seconds > 3600) {
      throw fields.wrong(
          "refreshInterval", "not a whole number of seconds up to 3600", "Use 30, for example.");
    }
    if (seconds < WidgetDefinition.SHORTEST_INTERVAL.toSeconds()) {
      throw fields.wrong(
          "refreshInterval",
          "is below 10 seconds, for which the platform throttles its clients",
          "Use 10 or more; 30 suits most widgets.");
    }
    return Duration.ofSeconds((long) seconds);
  }

  private static List<Metric> metrics(Fields fields) throws ConfigException {
    if (!fields.has("metrics")) {
      return standard().metrics();
    }
    var metrics = new ArrayList<Metric>();
    var named = EnumSet.noneOf(KpiName.class);
    for (var each : fields.objects("metrics")) {
      var metric = each.has("kpi") ? known(each) : raw(each);
      if (metric instanceof Metric.Known known && !named.add(known.kpi())) {
        throw each.wrong("kpi", "is there already", "Name each KPI once.");
      }
      metrics.add(metric);
      each.done();
    }
    if (metrics.isEmpty()) {
      throw fields.wrong("metrics", "is empty", "Name at least one KPI.");
    }
    return metrics;
  }

  private static Metric known(Fields fields) throws ConfigException {
    var kpi = KpiName.of(fields.choice("kpi", KpiName.ids(), null)).orElseThrow();
    var limits =
        new Metric.Limits(fields.number("target"), fields.number("warn"), fields.number("breach"));
    return new Metric.Known(kpi, fields.optionalText("title"), positive(fields, limits));
  }

  private static Metric.Limits positive(Fields fields, Metric.Limits limits)
      throws ConfigException {
    refuseNegative(fields, "target", limits.target());
    refuseNegative(fields, "warn", limits.warn());
    refuseNegative(fields, "breach", limits.breach());
    return limits;
  }

  private static void refuseNegative(Fields fields, String name, OptionalDouble limit)
      throws ConfigException {
    if (limit.isPresent() && limit.getAsDouble() < 0) {
      throw fields.wrong(name, "is negative", "Use a number of 0 or more, in the KPI's unit.");
    }
  }

  private static Metric raw(Fields fields) throws ConfigException {
    var types = List.of("count", "avg", "ratio", "oldest", "sum");
    if (!fields.has("name") && !fields.has("field")) {
      throw fields.wrong("kpi", "is missing", "Name a KPI: {\"kpi\": \"waiting\"}.");
    }
    return new Metric.Raw(
        fields.text("name"),
        MetricType.valueOf(fields.choice("type", types, null).toUpperCase(Locale.ROOT)),
        fields.text("field"));
  }
}
