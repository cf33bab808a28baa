package io.kpiwidget.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object within a profile's file, and its place. What is wrong is noted, and read as if it were
 * empty.
 */
record SchemaPart(JsonObject json, String pointer, List<Problem> problems) {

  /** Notes that {@code below} this part something is wrong. */
  void wrong(String below, String value, String sentence, String nextStep) {
    problems.add(new Problem(pointer + below, value, sentence, nextStep));
  }

  /** Notes members that are none of {@code known}. */
  void only(Set<String> known) {
    for (var key : json.keySet()) {
      if (!known.contains(key)) {
        wrong(SiteFields.at(key), "", "would not be enforced", "Remove it.");
      }
    }
  }

  /** Notes when {@code key} is not exactly {@code value}. */
  void fixed(String key, JsonPrimitive value) {
    if (!value.equals(json.get(key))) {
      var needed = "needs \"" + key + "\": " + value;
      wrong("", "", needed, "Write that: nothing else is enforced.");
    }
  }

  SchemaPart object(String key) {
    var there = json.get(key) instanceof JsonObject object ? object : none(key, new JsonObject());
    return new SchemaPart(there, pointer + SiteFields.at(key), problems);
  }

  JsonArray array(String key) {
    return json.get(key) instanceof JsonArray array ? array : none(key, new JsonArray());
  }

  private <T extends JsonElement> T none(String key, T empty) {
    var kind = empty.isJsonArray() ? "array" : "object";
    wrong(SiteFields.at(key), "", "is no " + kind, "Write one, as the guide's profile has it.");
    return empty;
  }

  static Optional<String> text(@Nullable JsonElement element) {
    return element instanceof JsonPrimitive value && value.isString()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  /** NaN for what is no number, which no bound lets pass. */
  static double number(@Nullable JsonElement element) {
    return element instanceof JsonPrimitive value && value.isNumber()
        ? value.getAsDouble()
        : Double.NaN;
  }
}
