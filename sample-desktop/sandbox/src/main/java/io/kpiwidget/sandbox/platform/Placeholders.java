package io.kpiwidget.sandbox.platform;

import com.google.gson.JsonElement;

/**
 * Finds {@code {{…}}} that nobody resolved (guide §2: do not send unresolved templates to the
 * platform).
 */
final class Placeholders {
  private Placeholders() {}

  static void refuseIn(JsonElement element) {
    look(element, "");
  }

  private static void look(JsonElement element, String at) {
    if (element.isJsonObject()) {
      element
          .getAsJsonObject()
          .entrySet()
          .forEach(entry -> look(entry.getValue(), at + "/" + escaped(entry.getKey())));
    } else if (element.isJsonArray()) {
      for (var i = 0; i < element.getAsJsonArray().size(); i++) {
        look(element.getAsJsonArray().get(i), at + "/" + i);
      }
    } else if (element.isJsonPrimitive() && element.getAsString().contains("{{")) {
      throw Refusal.at(at, "unresolved.placeholder", "a placeholder was not resolved");
    }
  }

  /** RFC 6901 §3. */
  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }
}
