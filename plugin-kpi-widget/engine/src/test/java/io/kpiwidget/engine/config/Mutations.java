package io.kpiwidget.engine.config;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Good definitions gone wrong at random; the same seed gives the same ones. */
final class Mutations {

  private static final List<String> HOSTILE =
      List.of(
          "",
          " ",
          "\u00a0",
          "\u0000",
          "{{",
          "}}",
          "{{queue_id}}",
          "{{{USER_ID}}}",
          "{{AGENT}}",
          "{{LAST_1441_MINUTES_START}}",
          "{{DAY_END}} ",
          "NaN",
          "last0Minutes",
          "__proto__",
          "</script><script>alert(1)</script>",
          "' OR 1=1 --",
          "\ud83d\ude00".repeat(300),
          "x".repeat(500),
          "x".repeat(501),
          "\ud800",
          "\u202e\u2028");

  private static final List<String> PLAUSIBLE =
      List.of(
          "{{QUEUE_ID}}",
          "{{USER_ID}}",
          "{{SKILL}}",
          "{{START_TIME}}",
          "{{DAY_END}}",
          "{{SHIFT_START}}",
          "{{LAST_30_MINUTES_START}}",
          "2024-01-01T00:00:00.Z",
          "2024-02-30T00:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "2024-01-01t00:00Z",
          "last30Minutes",
          "week",
          "lower",
          "higher",
          "none",
          "percent",
          "minutes",
          "share",
          "large",
          "aht",
          "occupancy",
          "serviceLevel",
          "handledPerHour",
          "count",
          "ratio",
          "sum",
          "user",
          "queue.id",
          "user.id",
          "conversation.duration",
          "conversation.abandoned",
          "timeRange",
          "and",
          "or",
          "filter",
          "in",
          "eq");

  private static final List<String> TEXTS =
      Stream.concat(HOSTILE.stream(), PLAUSIBLE.stream()).toList();

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "-1",
          "1e999",
          "-1e999",
          "1e308",
          "1e300",
          "4.9e-324",
          "0.1",
          "0.75",
          "1.0",
          "2",
          "10",
          "60",
          "80",
          "100",
          "3600",
          "3601",
          "9.999999999999999",
          "9007199254740993",
          "2147483648",
          "-1000",
          "1000.5",
          "NaN");

  private static final List<String> NAMES =
      List.of(
          "kpi",
          "name",
          "type",
          "field",
          "unit",
          "direction",
          "title",
          "values",
          "op",
          "window",
          "target",
          "warn",
          "breach",
          "order",
          "size",
          "clauses",
          "description",
          "$schema",
          "en",
          "de_DE",
          "i-klingon",
          "{{USER_ID}}",
          "__proto__",
          "~1/0",
          "");

  private final Random random;

  Mutations(long seed) {
    random = new Random(seed);
  }

  /** The text of a definition with one to three changes; now and then it is no JSON. */
  String of(JsonObject definition) {
    var copy = definition.deepCopy();
    for (int i = random.nextInt(3); i >= 0; i--) {
      change(copy);
    }
    var text = copy.toString();
    return random.nextInt(50) == 0 ? text.substring(0, random.nextInt(text.length())) : text;
  }

  private void change(JsonObject definition) {
    var places = new ArrayList<Place>();
    collect(definition, places);
    if (places.isEmpty()) {
      definition.add(any(NAMES), value());
      return;
    }
    var place = any(places);
    switch (random.nextInt(12)) {
      case 0 -> place.remove();
      case 1 -> place.rename(any(NAMES));
      case 2 -> place.add(any(NAMES), value());
      case 3 -> place.replace(old -> any(places).value().deepCopy());
      case 4 -> place.replace(old -> nested(old, 1 + random.nextInt(80)));
      case 5 -> place.replace(old -> value());
      default -> place.replace(this::like);
    }
  }

  // another of the same kind gets farther into the reader
  private JsonElement like(JsonElement old) {
    if (!(old instanceof JsonPrimitive primitive)) {
      return old;
    }
    if (primitive.isBoolean()) {
      return new JsonPrimitive(!primitive.getAsBoolean());
    }
    return primitive.isNumber() ? number(any(NUMBERS)) : new JsonPrimitive(any(TEXTS));
  }

  private JsonElement value() {
    return switch (random.nextInt(8)) {
      case 0 -> new JsonObject();
      case 1 -> new JsonArray();
      case 2 -> JsonNull.INSTANCE;
      case 3 -> new JsonPrimitive(random.nextBoolean());
      case 4, 5 -> number(any(NUMBERS));
      default -> new JsonPrimitive(any(TEXTS));
    };
  }

  private static JsonPrimitive number(String text) {
    return text.equals("NaN")
        ? new JsonPrimitive(Double.NaN)
        : new JsonPrimitive(new BigDecimal(text));
  }

  private static JsonElement nested(JsonElement inner, int depth) {
    var value = inner;
    for (int i = 0; i < depth; i++) {
      var array = new JsonArray();
      array.add(value);
      var clause = new JsonObject();
      clause.addProperty("type", "and");
      clause.add("clauses", array);
      value = clause;
    }
    return value;
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static void collect(JsonElement value, List<Place> places) {
    if (value instanceof JsonObject object) {
      for (var name : List.copyOf(object.keySet())) {
        places.add(new Member(object, name));
        collect(object.get(name), places);
      }
    } else if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        places.add(new Element(array, i));
        collect(array.get(i), places);
      }
    }
  }

  /** Where a value stands. */
  private sealed interface Place {

    JsonElement value();

    void remove();

    void replace(UnaryOperator<JsonElement> change);

    void add(String name, JsonElement value);

    /** Does nothing to what has no name. */
    default void rename(String name) {}
  }

  private record Member(JsonObject object, String name) implements Place {

    @Override
    public JsonElement value() {
      return object.get(name);
    }

    @Override
    public void remove() {
      object.remove(name);
    }

    @Override
    public void replace(UnaryOperator<JsonElement> change) {
      object.add(name, change.apply(value()));
    }

    @Override
    public void add(String other, JsonElement value) {
      object.add(other, value);
    }

    @Override
    public void rename(String other) {
      object.add(other, object.remove(name));
    }
  }

  private record Element(JsonArray array, int index) implements Place {

    @Override
    public JsonElement value() {
      return array.get(index);
    }

    @Override
    public void remove() {
      array.remove(index);
    }

    @Override
    public void replace(UnaryOperator<JsonElement> change) {
      array.set(index, change.apply(value()));
    }

    @Override
    public void add(String name, JsonElement value) {
      array.add(value);
    }
  }
}
