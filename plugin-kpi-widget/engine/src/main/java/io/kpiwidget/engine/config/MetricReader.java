package io.kpiwidget.engine.config;

import io.kpiwidget.engine.config.Metric.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A definition's metrics, in the order in which they are shown. */
final class MetricReader {

  /** What the views draw. */
  private static final int MOST = 60;

  private static final int FARTHEST = 1000;

  private final Set<Object> seen = new HashSet<>();

  static List<Metric> read(Fields widget) {
    var all = widget.objects("metrics");
    if (widget.isEmptyArray("metrics")) {
      widget.wrong(Rule.METRICS_EMPTY, "metrics", "is empty", "Name at least one KPI.");
    }
    if (all.size() > MOST) {
      var sentence = all.size() + " metrics are more than an agent can watch";
      widget.wrong(Rule.METRICS_TOO_MANY, "metrics", sentence, "Name " + MOST + " at most.");
    }
    var reader = new MetricReader();
    return all.stream()
        .flatMap(each -> reader.placed(each).stream())
        .sorted(Comparator.comparingInt(Placed::order)) // equal ones stay as they are written
        .map(Placed::metric)
        .toList();
  }

  private record Placed(int order, Metric metric) {}

  private Optional<Placed> placed(Fields fields) {
    int order = order(fields);
    var metric = isKnown(fields) ? known(fields) : raw(fields);
    if (metric.isPresent()) {
      fields.done();
    }
    return metric.map(m -> new Placed(order, m));
  }

  private static int order(Fields fields) {
    var order = fields.number("order").orElse(0);
    if (order != Math.rint(order) || Math.abs(order) > FARTHEST) {
      fields.wrong(
          Rule.ORDER,
          "order",
          "not a whole number between -" + FARTHEST + " and " + FARTHEST,
          "Use 1, 2, 3 …; figures without an order count as 0.");
    }
    return (int) order;
  }

  private static boolean isKnown(Fields fields) {
    // all three are asked for, and so known
    boolean raw = Stream.of("name", "type", "field").filter(fields::has).count() > 0;
    if (fields.has("kpi") && raw) {
      fields.wrong(
          Rule.METRIC_MIXED,
          "kpi",
          "a KPI of the catalogue has its own name and field",
          "Leave out \"name\", \"type\" and \"field\", or \"kpi\".");
    }
    return fields.has("kpi") || !raw;
  }

  private Optional<Metric> known(Fields fields) {
    if (!fields.has("kpi")) {
      fields.wrong(
          Rule.METRIC_NAMELESS, "kpi", "is missing", "Name a KPI: {\"kpi\": \"waiting\"}.");
      return Optional.empty();
    }
    return fields
        .choice(Rule.KPI_UNKNOWN, "kpi", KpiName.ids())
        .flatMap(KpiName::of)
        .filter(kpi -> isFirst(fields, "kpi", kpi))
        .map(kpi -> new Metric.Known(kpi, LookReader.read(fields, kpi.unit(), kpi.direction())));
  }

  private Optional<Metric> raw(Fields fields) {
    var name = fields.text("name");
    var type =
        fields
            .choice(Rule.METRIC_TYPE, "type", MetricType.wires())
            .map(t -> MetricType.valueOf(t.toUpperCase(Locale.ROOT)));
    var field = fields.text("field");
    if (type.isEmpty() || field.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Metric.Raw(name, type.get(), field, look(fields, type.get(), field)))
        .filter(metric -> name.isEmpty() || isFirst(fields, "name", name))
        .map(metric -> (Metric) metric)
        .filter(metric -> isFirst(fields, "field", twin(type.get(), field)));
  }

  private static Look look(Fields fields, MetricType type, String field) {
    return KpiName.of(type, field)
        .map(kpi -> LookReader.read(fields, kpi.unit(), kpi.direction()))
        .orElseGet(() -> LookReader.readUnbound(fields, type.unit()));
  }

  // a raw metric and a KPI by name may be one figure
  private static Object twin(MetricType type, String field) {
    var kpi = KpiName.of(type, field);
    return kpi.isPresent() ? kpi.get() : new ArrayList<Object>(List.of(type, field));
  }

  private boolean isFirst(Fields fields, String name, Object figure) {
    boolean first = seen.add(figure);
    if (!first) {
      fields.wrong(Rule.METRIC_DUPLICATE, name, "is there already", "Name each figure once.");
    }
    return first;
  }
}
