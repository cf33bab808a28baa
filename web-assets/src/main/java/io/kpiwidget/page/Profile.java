package io.kpiwidget.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Set;

/**
 * What the platform's frame may say, for the page's message filter. Made of a JSON Schema of a
 * narrow kind, so that what is published and what is enforced is one file; {@code
 * messages-guide.schema.json} shows the kind, with the names of the guide.
 *
 * @param messages by the type that the frame writes: what it means, its fields' rules, which of
 *     them it needs
 */
record Profile(JsonObject messages) {

  /** The guide's names, and ours for what it leaves open. */
  static final String GUIDE = "messages-guide.schema.json";

  private static final String DEFINITIONS = "#/$defs/";
  private static final Set<String> MEANINGS =
      Set.of(
          "widget:ready",
          "widget:dimensions",
          "widget:refresh",
          "widget:error",
          "widget:token-taken",
          "widget:state");
  private static final Set<String> OF_MESSAGE =
      Set.of("description", "type", "properties", "required", "additionalProperties");
  private static final Set<String> OF_FIELD =
      Set.of("description", "type", "minimum", "maximum", "maxLength", "pattern");
  private static final Set<String> TYPES = Set.of("number", "integer", "string");

  static Profile guide() {
    return of(Resources.text(GUIDE));
  }

  /**
   * Reads a profile.
   *
   * @throws IllegalArgumentException naming the place of what the page's filter would not enforce
   */
  static Profile of(String schema) {
    var root = JsonParser.parseString(schema).getAsJsonObject();
    var messages = new JsonObject();
    for (var each : root.getAsJsonArray("oneOf")) {
      var place = each.getAsJsonObject().get("$ref").getAsString();
      var meaning = place.substring(DEFINITIONS.length());
      check(MEANINGS.contains(meaning), place, "is none of " + MEANINGS);
      add(messages, meaning, place, root.getAsJsonObject("$defs").getAsJsonObject(meaning));
    }
    return new Profile(messages);
  }

  private static void add(JsonObject messages, String meaning, String place, JsonObject message) {
    check(OF_MESSAGE.containsAll(message.keySet()), place, "may only have " + OF_MESSAGE);
    var closed = new JsonPrimitive(false).equals(message.get("additionalProperties"));
    check(closed, place, "needs \"additionalProperties\": false");
    var properties = message.getAsJsonObject("properties").deepCopy();
    var type = properties.remove("type").getAsJsonObject().get("const").getAsString();
    properties.keySet().forEach(field -> check(place, field, properties.getAsJsonObject(field)));
    var shape = new JsonObject();
    shape.addProperty("means", meaning);
    shape.add("fields", properties);
    shape.add("required", withoutType(message.getAsJsonArray("required")));
    messages.add(type, shape);
  }

  private static void check(String place, String field, JsonObject rule) {
    var there = place + "/properties/" + field;
    rule.remove("description");
    check(OF_FIELD.containsAll(rule.keySet()), there, "may only have " + OF_FIELD);
    check(TYPES.contains(rule.get("type").getAsString()), there, "needs a type of " + TYPES);
  }

  private static JsonArray withoutType(JsonArray required) {
    var fields = required.deepCopy();
    fields.remove(new JsonPrimitive("type"));
    return fields;
  }

  private static void check(boolean holds, String place, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(place + " " + rule);
    }
  }
}
