package io.kpiwidget.engine.config;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object of the file while it is read: it knows where it is and which members were asked for,
 * so that {@link #done} can name the others.
 */
final class Fields {

  private final Path file;
  private final String pointer;
  private final JsonObject object;
  private final Set<String> known = new LinkedHashSet<>();

  Fields(Path file, String pointer, JsonObject object) {
    this.file = file;
    this.pointer = pointer;
    this.object = object;
  }

  Path file() {
    return file;
  }

  /** The pointer of member {@code name} (RFC 6901). */
  String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  boolean has(String name) {
    known.add(name);
    return object.has(name);
  }

  ConfigException wrong(String name, String problem, String nextStep) {
    return new ConfigException(file, at(name), problem, nextStep);
  }

  /** Refuses members nobody asked for. */
  void done() throws ConfigException {
    for (var name : object.keySet()) {
      if (!known.contains(name)) {
        throw wrong(name, "unknown key \"" + name + "\"", Suggestion.sentence(name, known));
      }
    }
  }

  Fields object(String name) throws ConfigException {
    return asObject(name, required(name));
  }

  /** An empty object when the member is not there: its parts have defaults. */
  Fields objectOrEmpty(String name) throws ConfigException {
    return has(name) ? object(name) : new Fields(file, at(name), new JsonObject());
  }

  String text(String name) throws ConfigException {
    var value = required(name);
    if (!(value instanceof JsonPrimitive text) || !text.isString()) {
      throw type(name, "a text", value);
    }
    if (text.getAsString().isBlank()) {
      throw wrong(name, "is empty", "Give it a value.");
    }
    return text.getAsString();
  }

  String text(String name, String otherwise) throws ConfigException {
    return has(name) ? text(name) : otherwise;
  }

  Optional<String> optionalText(String name) throws ConfigException {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  boolean truth(String name, boolean otherwise) throws ConfigException {
    if (!has(name)) {
      return otherwise;
    }
    var value = object.get(name);
    if (!(value instanceof JsonPrimitive truth) || !truth.isBoolean()) {
      throw type(name, "true or false", value);
    }
    return truth.getAsBoolean();
  }

  OptionalDouble number(String name) throws ConfigException {
    if (!has(name)) {
      return OptionalDouble.empty();
    }
    var value = object.get(name);
    if (!(value instanceof JsonPrimitive number) || !number.isNumber()) {
      throw type(name, "a number", value);
    }
    if (!Double.isFinite(number.getAsDouble())) {
      throw wrong(name, "is no finite number", "Use a smaller number.");
    }
    return OptionalDouble.of(number.getAsDouble());
  }

  /** The base of other addresses. */
  URI url(String name) throws ConfigException {
    var text = address(name);
    return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  /** An address that is used as it is written: a slash at its end may be a part of it. */
  URI endpoint(String name) throws ConfigException {
    return URI.create(address(name));
  }

  Optional<URI> optionalEndpoint(String name) throws ConfigException {
    return has(name) ? Optional.of(endpoint(name)) : Optional.empty();
  }

  /** The text of an address, for comparing it letter for letter. */
  Optional<String> optionalAddress(String name) throws ConfigException {
    return has(name) ? Optional.of(address(name)) : Optional.empty();
  }

  private String address(String name) throws ConfigException {
    var text = text(name);
    var problem = Urls.problem(text);
    if (problem.isPresent()) {
      throw wrong(name, problem.get(), "Use https://…, or http://127.0.0.1:… for tests.");
    }
    return text;
  }

  /** Whether the member is there and an object. */
  boolean hasObject(String name) {
    return has(name) && object.get(name) instanceof JsonObject;
  }

  Optional<URI> optionalUrl(String name) throws ConfigException {
    return has(name) ? Optional.of(url(name)) : Optional.empty();
  }

  Optional<Path> optionalPath(String name) throws ConfigException {
    if (!has(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(text(name)));
    } catch (InvalidPathException e) {
      throw wrong(name, "not a path: " + e.getReason(), "Name a file or folder.");
    }
  }

  /** One of {@code choices}. */
  String choice(String name, List<String> choices, @Nullable String otherwise)
      throws ConfigException {
    var text = otherwise == null ? text(name) : text(name, otherwise);
    if (!choices.contains(text)) {
      throw wrong(name, "\"" + text + "\" is not known", Suggestion.sentence(text, choices));
    }
    return text;
  }

  List<String> texts(String name) throws ConfigException {
    var texts = new ArrayList<String>();
    int i = 0;
    for (var element : array(name)) {
      if (!(element instanceof JsonPrimitive text) || !text.isString()) {
        throw type(name + "/" + i, "a text", element);
      }
      texts.add(text.getAsString());
      i++;
    }
    return texts;
  }

  /** The members of an array, each of which must be an object. */
  List<Fields> objects(String name) throws ConfigException {
    var objects = new ArrayList<Fields>();
    for (var element : array(name)) {
      objects.add(elementOf(name, objects.size(), element));
    }
    return objects;
  }

  private Fields elementOf(String name, int index, JsonElement element) throws ConfigException {
    if (!(element instanceof JsonObject each)) {
      throw new ConfigException(file, at(name) + "/" + index, expected("an object", element), FIX);
    }
    return new Fields(file, at(name) + "/" + index, each);
  }

  private Iterable<JsonElement> array(String name) throws ConfigException {
    var value = required(name);
    if (!value.isJsonArray()) {
      throw type(name, "an array", value);
    }
    return value.getAsJsonArray();
  }

  private Fields asObject(String name, JsonElement value) throws ConfigException {
    if (!(value instanceof JsonObject child)) {
      throw type(name, "an object", value);
    }
    return new Fields(file, at(name), child);
  }

  private JsonElement required(String name) throws ConfigException {
    if (!has(name)) {
      throw wrong(name, "is missing", missing(name));
    }
    return object.get(name);
  }

  // a slip in a key is one mistake, so it is told once and whole
  private String missing(String name) {
    return object.keySet().stream()
        .filter(key -> !known.contains(key))
        .filter(key -> Suggestion.nearest(key, Set.of(name)).isPresent())
        .findFirst()
        .map(key -> "Did you mean \"" + name + "\" where \"" + key + "\" is written?")
        .orElse("Add \"" + name + "\".");
  }

  private ConfigException type(String name, String wanted, JsonElement value) {
    return new ConfigException(file, pointer + "/" + name, expected(wanted, value), FIX);
  }

  private static final String FIX = "Correct the value in the file.";

  private static String expected(String wanted, JsonElement value) {
    return "expected " + wanted + ", found " + JsonKind.of(value);
  }
}
