package io.kpiwidget.desktop.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.OptionalDouble;

/** A figure as a view shows it: its words, and the number behind them when there is one. */
record Shown(String text, OptionalDouble value) {

  static Shown of(JsonElement json) {
    JsonObject cell = json.isJsonObject() ? json.getAsJsonObject() : new JsonObject();
    JsonElement text = cell.get("text");
    JsonElement value = cell.get("value");
    return new Shown(
        text == null || text.isJsonNull() ? "" : text.getAsString(),
        value == null || value.isJsonNull()
            ? OptionalDouble.empty()
            : OptionalDouble.of(value.getAsDouble()));
  }
}
