package io.kpiwidget.desktop.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the views show with what was true within one refresh. A figure is right when a
 * sample equals it up to display rounding, or when two samples in a row lie around it: then the
 * truth passed through it between them.
 */
final class TruthCheck {

  private static final Set<String> RATIOS =
      Set.of("abandonRate", "serviceLevel", "occupancy", "adherence");
  private static final Set<String> DURATIONS =
      Set.of("longestWait", "asa", "aht", "talk", "hold", "acw", "timeOnQueue");
  private static final Set<String> OWN =
      Set.of(
          "aht",
          "talk",
          "hold",
          "acw",
          "handled",
          "transfers",
          "handledPerHour",
          "occupancy",
          "timeOnQueue",
          "adherence");

  private final TruthSamples samples;
  private final String agent;

  TruthCheck(TruthSamples samples, String agent) {
    this.samples = samples;
    this.agent = agent;
  }

  /** A figure that never was true within the refresh; an empty number is "no data". */
  record Difference(
      String view,
      String queue,
      String kpi,
      String text,
      OptionalDouble shown,
      OptionalDouble truth) {}

  /** Every difference in {@code diagnostics}, view by view. */
  List<Difference> differences(JsonObject diagnostics) {
    List<Difference> found = new ArrayList<>();
    for (Map.Entry<String, JsonElement> view : members(diagnostics.get("kpis"))) {
      compareKpis(view.getKey(), view.getValue(), found);
    }
    for (Map.Entry<String, JsonElement> view : members(diagnostics.get("queues"))) {
      compareQueues(view.getKey(), view.getValue(), found);
    }
    found.addAll(new MissingFigures(samples, agent).differences(diagnostics));
    return found;
  }

  private void compareKpis(String view, JsonElement kpis, List<Difference> found) {
    for (Map.Entry<String, JsonElement> kpi : members(kpis)) {
      var values = samples.values("agents", agent, part(kpi.getKey()), kpi.getKey());
      compare(view, "", kpi, values, found);
    }
  }

  /** Where the truth keeps the tile {@code kpi}: with the agent, or with the agent's queues. */
  static String part(String kpi) {
    return OWN.contains(kpi) ? "kpis" : "mine";
  }

  private void compareQueues(String view, JsonElement rows, List<Difference> found) {
    for (JsonElement row : rows.isJsonArray() ? rows.getAsJsonArray() : new JsonArray()) {
      JsonObject queue = row.getAsJsonObject();
      String id = queue.get("id").getAsString();
      for (Map.Entry<String, JsonElement> cell : members(queue.get("cells"))) {
        compare(view, id, cell, samples.values("queues", id, "kpis", cell.getKey()), found);
      }
    }
  }

  private static void compare(
      String view,
      String queue,
      Map.Entry<String, JsonElement> kpi,
      List<OptionalDouble> truth,
      List<Difference> found) {
    Shown shown = Shown.of(kpi.getValue());
    if (!wasTrue(kpi.getKey(), shown, truth)) {
      OptionalDouble last = truth.isEmpty() ? OptionalDouble.empty() : truth.get(truth.size() - 1);
      found.add(new Difference(view, queue, kpi.getKey(), shown.text(), shown.value(), last));
    }
  }

  static boolean wasTrue(String kpi, Shown shown, List<OptionalDouble> truth) {
    if (shown.value().isEmpty()) {
      return truth.stream().anyMatch(OptionalDouble::isEmpty);
    }
    double value = shown.value().getAsDouble();
    double rounding = rounding(kpi, shown.text());
    double[] known =
        truth.stream()
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    for (int i = 0; i < known.length; i++) {
      double before = known[Math.max(i - 1, 0)];
      if (value >= Math.min(before, known[i]) - rounding
          && value <= Math.max(before, known[i]) + rounding) {
        return true;
      }
    }
    return false;
  }

  /** Half of the last digit that a view can show; a little more, since both sides may round. */
  private static double rounding(String kpi, String text) {
    if (RATIOS.contains(kpi)) {
      return 0.0051;
    }
    if (DURATIONS.contains(kpi)) {
      return text.contains("h") ? 60 : 1;
    }
    return kpi.equals("handledPerHour") ? 0.051 : 0.001;
  }

  static Set<Map.Entry<String, JsonElement>> members(@Nullable JsonElement json) {
    return json != null && json.isJsonObject() ? json.getAsJsonObject().entrySet() : Set.of();
  }
}
