package io.kpiwidget.desktop.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kpiwidget.desktop.report.TruthCheck.Difference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Finds figures that were true all the time but are not in a view. What is to be shown is what any
 * view shows; a view without a single figure is not up, and misses nothing.
 */
final class MissingFigures {

  private final TruthSamples samples;
  private final String agent;

  MissingFigures(TruthSamples samples, String agent) {
    this.samples = samples;
    this.agent = agent;
  }

  List<Difference> differences(JsonObject diagnostics) {
    List<Difference> found = new ArrayList<>();
    tiles(views(diagnostics, "kpis"), found);
    cells(views(diagnostics, "queues"), found);
    return found;
  }

  private static Map<String, JsonElement> views(JsonObject diagnostics, String part) {
    Map<String, JsonElement> views = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> view : TruthCheck.members(diagnostics.get(part))) {
      if (!empty(view.getValue())) {
        views.put(view.getKey(), view.getValue());
      }
    }
    return views;
  }

  private static boolean empty(JsonElement view) {
    return view.isJsonArray() ? view.getAsJsonArray().isEmpty() : names(view).isEmpty();
  }

  private void tiles(Map<String, JsonElement> views, List<Difference> found) {
    Set<String> wanted = new LinkedHashSet<>();
    views.values().forEach(view -> wanted.addAll(names(view)));
    for (Map.Entry<String, JsonElement> view : views.entrySet()) {
      for (String kpi : without(wanted, names(view.getValue()))) {
        var truth = samples.values("agents", agent, TruthCheck.part(kpi), kpi);
        missing(view.getKey(), "", kpi, truth, found);
      }
    }
  }

  private void cells(Map<String, JsonElement> views, List<Difference> found) {
    Set<String> wanted = new LinkedHashSet<>();
    for (JsonElement view : views.values()) {
      rows(view).values().forEach(wanted::addAll);
    }
    for (Map.Entry<String, JsonElement> view : views.entrySet()) {
      Map<String, Set<String>> rows = rows(view.getValue());
      for (String queue : samples.always("agents", agent, "queues")) {
        for (String kpi : without(wanted, rows.getOrDefault(queue, Set.of()))) {
          var truth = samples.values("queues", queue, "kpis", kpi);
          missing(view.getKey(), queue, kpi, truth, found);
        }
      }
    }
  }

  private static Map<String, Set<String>> rows(JsonElement view) {
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    if (view.isJsonArray()) {
      for (JsonElement row : view.getAsJsonArray()) {
        JsonObject queue = row.getAsJsonObject();
        rows.put(queue.get("id").getAsString(), names(queue.get("cells")));
      }
    }
    return rows;
  }

  private static Set<String> names(JsonElement json) {
    Set<String> names = new LinkedHashSet<>();
    TruthCheck.members(json).forEach(member -> names.add(member.getKey()));
    return names;
  }

  private static Set<String> without(Set<String> wanted, Set<String> there) {
    Set<String> rest = new LinkedHashSet<>(wanted);
    rest.removeAll(there);
    return rest;
  }

  private static void missing(
      String view, String queue, String kpi, List<OptionalDouble> truth, List<Difference> found) {
    if (!truth.isEmpty() && truth.stream().allMatch(OptionalDouble::isPresent)) {
      OptionalDouble last = truth.get(truth.size() - 1);
      found.add(new Difference(view, queue, kpi, "", OptionalDouble.empty(), last));
    }
  }
}
