package io.kpiwidget.page;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

/** What somebody wrote, as it may stand in a message: shortened, on one line, not turned around. */
final class Shown {

  private static final int LONGEST = 80;

  private Shown() {}

  /** In quotes. */
  static String text(String text) {
    return "\"" + plain(text) + "\"";
  }

  /** A text in quotes, anything else as it is written in JSON. */
  static String json(JsonElement element) {
    return element instanceof JsonPrimitive text && text.isString()
        ? text(text.getAsString())
        : plain(element.toString());
  }

  static String plain(String text) {
    int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
    var start = text.substring(0, end).replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\u2028\u2029]", "?");
    return start + (end == text.length() ? "" : "\u2026");
  }
}
