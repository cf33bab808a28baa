package io.kpiwidget.engine.config;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

/** Names of JSON's kinds for people. */
final class JsonKind {

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
}
