package io.kpiwidget.engine.platform;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A JSON object of an answer, read with suspicion: what is not as promised is a {@link
 * PlatformException.BadAnswer} which names the member, never its value.
 */
record Answered(String what, JsonObject object) {

  private static final Gson GSON =
      new GsonBuilder().setStrictness(Strictness.STRICT).disableJdkUnsafe().create();

  private static final double MOST = 1e15;

  static Answered of(String what, HttpAnswer answer) throws PlatformException {
    return parse(answer.body())
        .map(object -> new Answered(what, object))
        .orElseThrow(() -> new PlatformException.BadAnswer(what + ": not a JSON object"));
  }

  /** An object, or nothing when {@code body} is anything else. */
  static Optional<JsonObject> parse(String body) {
    try {
      var element = GSON.fromJson(body, JsonElement.class);
      return element instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    } catch (JsonParseException e) {
      return Optional.empty(); // the caller says what that means
    }
  }

  String text(String name) throws PlatformException {
    if (object.get(name) instanceof JsonPrimitive text && text.isString()) {
      if (!text.getAsString().isEmpty()) {
        return text.getAsString();
      }
    }
    throw bad(name);
  }

  String text(String name, String otherwise) {
    return object.get(name) instanceof JsonPrimitive text && text.isString()
        ? text.getAsString()
        : otherwise;
  }

  Optional<String> optionalText(String name) {
    return Optional.of(text(name, "")).filter(text -> !text.isEmpty());
  }

  Set<String> texts(String name) throws PlatformException {
    var texts = new LinkedHashSet<String>();
    for (var element : array(name)) {
      if (!(element instanceof JsonPrimitive text)) {
        throw bad(name);
      }
      texts.add(text.getAsString());
    }
    return texts;
  }

  <T> List<T> each(String name, Reader<T> reader) throws PlatformException {
    var list = new ArrayList<T>();
    for (var element : array(name)) {
      if (!(element instanceof JsonObject each)) {
        throw bad(name);
      }
      list.add(reader.read(new Answered(what + "/" + name, each)));
    }
    return list;
  }

  Answered object(String name) throws PlatformException {
    if (object.get(name) instanceof JsonObject child) {
      return new Answered(what + "/" + name, child);
    }
    throw bad(name);
  }

  double number(String name) throws PlatformException {
    return optionalNumber(name).orElseThrow(() -> bad(name));
  }

  /** A number of things or seconds; no platform counts below nothing or up to the stars. */
  double amount(String name) throws PlatformException {
    double amount = number(name);
    if (amount < 0 || amount > MOST) {
      throw bad(name);
    }
    return amount;
  }

  OptionalDouble optionalNumber(String name) {
    if (object.get(name) instanceof JsonPrimitive number && number.isNumber()) {
      double value = number.getAsDouble();
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
    return OptionalDouble.empty();
  }

  Instant instant(String name) throws PlatformException {
    return instant(name, text(name));
  }

  Instant instant(String name, String text) throws PlatformException {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw bad(name);
    }
  }

  /** A zone this Java does not know counts as none: figures in the next best zone beat none. */
  Optional<ZoneId> zone(String name) {
    try {
      return optionalText(name).map(ZoneId::of);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  PlatformException.BadAnswer bad(String name) {
    return new PlatformException.BadAnswer(what + ": \"" + name + "\" is missing or malformed");
  }

  private Iterable<JsonElement> array(String name) throws PlatformException {
    var element = object.get(name);
    if (element == null || !element.isJsonArray()) {
      throw bad(name);
    }
    return element.getAsJsonArray();
  }

  /** Without the members: they may be a token. */
  @Override
  public String toString() {
    return "Answered[" + what + "]";
  }

  /** Reads one member of an array. */
  interface Reader<T> {
    T read(Answered each) throws PlatformException;
  }
}
