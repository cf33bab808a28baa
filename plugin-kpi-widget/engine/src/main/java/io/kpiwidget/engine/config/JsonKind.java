package io.kpiwidget.engine.config;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

/** Names of JSON's kinds, and values in short, for people. */
final class JsonKind {

  private static final int LONGEST = 60;

  private JsonKind() {}

  static String of(JsonElement value) {
    if (value.isJsonObject()) {
      return "an object";
    }
    if (value.isJsonArray()) {
      return "an array";
    }
    return value instanceof JsonPrimitive primitive ? of(primitive) : "null";
  }

  private static String of(JsonPrimitive value) {
    if (value.isBoolean()) {
      return "true or false";
    }
    return value.isNumber() ? "a number" : "a text";
  }

  /** The value as it is written, cut where it gets long. */
  static String shown(JsonElement value) {
    var text =
        value instanceof JsonPrimitive number && number.isNumber()
            ? number(number.getAsDouble())
            : value.toString();
    int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
    return end == text.length() ? text : text.substring(0, end) + "…";
  }

  private static String number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }
}
