package io.kpiwidget.panel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.kpiwidget.engine.feed.KpiSnapshot;
import io.kpiwidget.engine.feed.KpiSnapshot.Cell;
import io.kpiwidget.engine.feed.KpiSnapshot.Kpi;
import io.kpiwidget.engine.feed.KpiSnapshot.Label;
import io.kpiwidget.engine.feed.KpiSnapshot.Notice;
import io.kpiwidget.engine.feed.KpiSnapshot.QueueRow;
import io.kpiwidget.engine.feed.KpiSnapshot.Trend;
import io.kpiwidget.engine.widget.KpiStatus;
import io.kpiwidget.engine.widget.KpiUnit;
import io.kpiwidget.engine.widget.KpiValue;
import io.kpiwidget.panel.state.KpiText;
import io.kpiwidget.panel.state.WorstFirst;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A snapshot's figures as the page gets them. What both views decide in one way comes decided: the
 * order of queues, and the words for figures that are not there.
 *
 * @param expired what was breached five minutes ago says nothing about now
 */
record PageFigures(KpiText text, boolean expired) {

  /** A long word may break here. */
  private static final String BREAK = ":\u200b";

  /** Whether some figures failed while others came. */
  static boolean arePartial(KpiSnapshot s) {
    var cells = s.queues().stream().flatMap(queue -> queue.cells().stream()).map(Cell::value);
    return Stream.concat(s.kpis().stream().map(Kpi::value), cells)
        .anyMatch(KpiValue.Failed.class::isInstance);
  }

  void addTo(JsonObject json, KpiSnapshot s) {
    json.add("kpis", Json.array(s.kpis(), this::kpi));
    json.add("queues", Json.array(WorstFirst.of(s.queues()), this::queue));
    json.add("trends", Json.array(s.trends(), PageFigures::trend));
    json.add("notices", Json.array(s.notices(), PageFigures::notice));
  }

  private JsonElement kpi(Kpi kpi) {
    var json = figure(kpi.id(), kpi.title(), kpi.unit(), kpi.value(), kpi.status());
    label(json, kpi.label());
    add(json, "target", kpi.target());
    if (!expired && !text.delta(kpi).isEmpty()) {
      add(json, "delta", kpi.delta());
    }
    json.add("history", Json.array(kpi.history(), Json::number));
    return json;
  }

  private static void label(JsonObject json, Label label) {
    if (!label.about().isEmpty()) {
      json.addProperty("about", label.about());
    }
    if (label.large()) {
      json.addProperty("large", true);
    }
  }

  /** Equal news is the same news: the agent may have taken it away. */
  private static JsonElement notice(Notice notice) {
    var json = item(Integer.toHexString(notice.hashCode()), notice.sentence());
    json.addProperty("about", notice.nextStep());
    return json;
  }

  private JsonElement queue(QueueRow queue) {
    var json = item(queue.id(), queue.name());
    json.addProperty("status", status(queue.status()));
    json.add("cells", Json.array(queue.cells(), this::cell));
    return json;
  }

  private JsonElement cell(Cell cell) {
    return figure(cell.kpi(), cell.title(), cell.unit(), cell.value(), cell.status());
  }

  private JsonObject figure(
      String id, String title, KpiUnit unit, KpiValue value, KpiStatus status) {
    var json = item(id, title);
    json.addProperty("unit", unit.name().toLowerCase(Locale.ROOT));
    json.addProperty("status", status(status));
    if (value instanceof KpiValue.Number number && Double.isFinite(number.value())) {
      json.add("value", Json.number(number.value()));
    } else {
      json.addProperty("mark", text.value(value, unit));
      json.addProperty("reason", text.reason(value).replace(":", BREAK));
    }
    return json;
  }

  private String status(KpiStatus status) {
    return switch (expired ? KpiStatus.NEUTRAL : status) {
      case NEUTRAL -> "neutral";
      case ON_TARGET -> "onTarget";
      case NEAR_LIMIT -> "nearLimit";
      case BREACHED -> "breached";
    };
  }

  private static JsonElement trend(Trend trend) {
    var json = item(trend.id(), trend.title());
    json.addProperty("unit", trend.unit().name().toLowerCase(Locale.ROOT));
    json.add("times", Json.array(trend.times(), t -> new JsonPrimitive(t.toEpochMilli())));
    for (var name : List.of("own", "queue")) {
      json.add(name, Json.array(trend.series().getOrDefault(name, List.of()), Json::number));
    }
    add(json, "target", trend.target());
    return json;
  }

  private static JsonObject item(String id, String title) {
    var json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("title", title);
    return json;
  }

  private static void add(JsonObject json, String key, OptionalDouble number) {
    if (number.isPresent() && Double.isFinite(number.getAsDouble())) {
      json.add(key, Json.number(number.getAsDouble()));
    }
  }
}
