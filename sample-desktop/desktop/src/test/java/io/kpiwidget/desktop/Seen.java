package io.kpiwidget.desktop;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What one view of the panel shows, by its diagnostics: {@code swing} or {@code browser}. */
record Seen(JsonObject diagnostics, String view) {

  /** The ids of the queues that have a row. */
  Set<String> queues() {
    return StreamSupport.stream(
            diagnostics.getAsJsonObject("queues").getAsJsonArray(view).spliterator(), false)
        .map(row -> row.getAsJsonObject().get("id").getAsString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  List<String> notices() {
    return StreamSupport.stream(
            diagnostics.getAsJsonObject("notices").getAsJsonArray(view).spliterator(), false)
        .map(JsonElement::getAsString)
        .toList();
  }

  boolean hasNotice(String words) {
    return notices().stream().anyMatch(notice -> notice.contains(words));
  }

  /** Why the tile has no number; empty when it has one. */
  String reason(String kpi) {
    JsonElement reason = tile(kpi).get("reason");
    return reason == null ? "" : reason.getAsString();
  }

  boolean hasNumber(String kpi) {
    JsonElement value = tile(kpi).get("value");
    return value != null && !value.isJsonNull();
  }

  private JsonObject tile(String kpi) {
    JsonObject tiles = diagnostics.getAsJsonObject("kpis").getAsJsonObject(view);
    return tiles.has(kpi) ? tiles.getAsJsonObject(kpi) : new JsonObject();
  }
}
