package io.kpiwidget.panel;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Small steps from our values to JSON. */
final class Json {

  private Json() {}

  static JsonObject object(String type) {
    var object = new JsonObject();
    object.addProperty("type", type);
    return object;
  }

  /** A number; null for NaN, infinity and null, which JSON cannot say. */
  static JsonElement number(@Nullable Double number) {
    return number == null || !Double.isFinite(number)
        ? JsonNull.INSTANCE
        : new JsonPrimitive(plain(number));
  }

  /** 6 and not 6.0. */
  private static Number plain(double number) {
    boolean whole = Math.rint(number) == number && Math.abs(number) < 1e15;
    return whole ? (Number) (long) number : (Number) number;
  }

  static <T> JsonArray array(Collection<T> values, Function<T, JsonElement> each) {
    var array = new JsonArray();
    values.forEach(v -> array.add(each.apply(v)));
    return array;
  }

  static <T> JsonObject map(Map<?, T> values, Function<T, JsonElement> each) {
    var object = new JsonObject();
    values.forEach((key, value) -> object.add(key.toString(), each.apply(value)));
    return object;
  }
}
