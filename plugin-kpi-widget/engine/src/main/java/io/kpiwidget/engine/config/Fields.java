package io.kpiwidget.engine.config;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object of the file while it is read: it knows where it is and which members were asked for,
 * so that {@link #done} can name the others. What is wrong is noted and something harmless read in
 * its place: whoever asked for the file gets either all problems or all values.
 */
final class Fields {

  private static final int LONGEST_TEXT = 500;
  private static final String TOO_LONG = "is longer than " + LONGEST_TEXT + " characters";

  private final Problems problems;
  private final String pointer;
  private final JsonObject object;
  private final boolean discreet;
  private final Set<String> known = new LinkedHashSet<>();

  private Fields(Problems problems, String pointer, JsonObject object, boolean discreet) {
    this.problems = problems;
    this.pointer = pointer;
    this.object = object;
    this.discreet = discreet;
  }

  /** The file's own object. */
  static Fields root(Problems problems, JsonObject object) {
    return new Fields(problems, "", object, false);
  }

  // its parts are missing with it: that is said once
  private static Fields nothing() {
    return new Fields(new Problems(), "", new JsonObject(), true);
  }

  /** The same object, of which no value is ever told: secrets may be among them. */
  Fields discreet() {
    return new Fields(problems, pointer, object, true);
  }

  /** The pointer of member {@code name} (RFC 6901). */
  String at(String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** Whether the member is there, for who only looks what the object may be. */
  boolean isNamed(String name) {
    return object.has(name);
  }

  boolean has(String name) {
    known.add(name);
    return object.has(name);
  }

  void wrong(Rule rule, String name, String sentence, String nextStep) {
    problems.add(new Problem(rule, at(name), shown(object.get(name)), sentence, nextStep));
  }

  /** About element {@code index} of the array {@code name}. */
  void wrong(Rule rule, String name, int index, String sentence, String nextStep) {
    var element = object.getAsJsonArray(name).get(index);
    problems.add(new Problem(rule, at(name) + "/" + index, shown(element), sentence, nextStep));
  }

  // a value that may be a secret is told to nobody
  void wrongUnshown(Rule rule, String name, String sentence, String nextStep) {
    problems.add(new Problem(rule, at(name), "", sentence, nextStep));
  }

  private String shown(@Nullable JsonElement value) {
    return value == null || discreet ? "" : JsonKind.shown(value);
  }

  /** Refuses members nobody asked for. */
  void done() {
    for (var name : object.keySet()) {
      if (!known.contains(name)) {
        wrongUnshown(
            Rule.KEY_UNKNOWN,
            name,
            "unknown key \"" + name + "\"",
            Suggestion.sentence(name, known));
      }
    }
  }

  Fields object(String name) {
    return isThere(name) ? asObject(name, object.get(name)) : nothing();
  }

  /** An empty object when the member is not there: its parts have defaults. */
  Fields objectOrEmpty(String name) {
    return has(name) ? object(name) : new Fields(problems, at(name), new JsonObject(), discreet);
  }

  String text(String name) {
    return isThere(name) ? textOf(name).orElse("") : "";
  }

  String text(String name, String otherwise) {
    return optionalText(name).orElse(otherwise);
  }

  Optional<String> optionalText(String name) {
    return has(name) ? textOf(name) : Optional.empty();
  }

  private Optional<String> textOf(String name) {
    if (!hasText(name)) {
      return wrongKind(name, "a text");
    }
    var text = object.get(name).getAsString();
    if (text.isBlank()) {
      wrong(Rule.TEXT_EMPTY, name, "is empty", "Give it a value.");
      return Optional.empty();
    }
    return Optional.of(text).filter(t -> isFit(name, t));
  }

  private boolean isFit(String name, String text) {
    if (Placeholder.isHintedAt(text)) {
      wrong(
          Rule.PLACEHOLDER_PLACE,
          name,
          "a placeholder has its place among a filter's values only",
          "Write the text out.");
      return false;
    }
    if (isTooLong(text)) {
      wrong(Rule.TEXT_TOO_LONG, name, TOO_LONG, "Shorten it.");
      return false;
    }
    return true;
  }

  private static boolean isTooLong(String text) {
    return text.codePointCount(0, text.length()) > LONGEST_TEXT;
  }

  boolean truth(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    if (object.get(name) instanceof JsonPrimitive truth && truth.isBoolean()) {
      return truth.getAsBoolean();
    }
    wrongKind(name, "true or false");
    return otherwise;
  }

  OptionalDouble number(String name) {
    if (!has(name)) {
      return OptionalDouble.empty();
    }
    if (!(object.get(name) instanceof JsonPrimitive number) || !number.isNumber()) {
      wrongKind(name, "a number");
      return OptionalDouble.empty();
    }
    if (!Double.isFinite(number.getAsDouble())) {
      wrong(Rule.NUMBER, name, "is no finite number", "Use a smaller number.");
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(number.getAsDouble());
  }

  /** Whether the member is there and an object. */
  boolean hasObject(String name) {
    return has(name) && object.get(name) instanceof JsonObject;
  }

  /** Whether the member is there and a text. */
  boolean hasText(String name) {
    return has(name) && object.get(name) instanceof JsonPrimitive text && text.isString();
  }

  /** The names of all members that are there. */
  Set<String> names() {
    known.addAll(object.keySet());
    return object.keySet();
  }

  /** One of {@code choices}; empty when the member is missing or another, which breaks a rule. */
  Optional<String> choice(Rule rule, String name, List<String> choices) {
    return Optional.of(text(name))
        .filter(t -> !t.isEmpty())
        .filter(t -> known(rule, name, choices, t));
  }

  /** One of {@code choices}, or {@code otherwise} when the member is not there. */
  String choice(Rule rule, String name, List<String> choices, String otherwise) {
    return has(name) ? choice(rule, name, choices).orElse(otherwise) : otherwise;
  }

  private boolean known(Rule rule, String name, List<String> choices, String text) {
    if (!choices.contains(text)) {
      var shown = discreet ? "is not known" : "\"" + text + "\" is not known";
      wrong(rule, name, shown, Suggestion.sentence(text, choices));
    }
    return choices.contains(text);
  }

  /** All elements of an array of texts; empty when it is none. */
  Optional<List<String>> texts(String name) {
    if (!isArray(name)) {
      return Optional.empty();
    }
    var array = object.getAsJsonArray(name);
    var texts = new ArrayList<String>();
    for (int i = 0; i < array.size(); i++) {
      textAt(name, i, array.get(i)).ifPresent(texts::add);
    }
    return Optional.of(List.copyOf(texts)).filter(all -> all.size() == array.size());
  }

  private Optional<String> textAt(String name, int index, JsonElement element) {
    if (!(element instanceof JsonPrimitive text) || !text.isString()) {
      wrong(Rule.KIND, name, index, expected("a text", element), FIX);
    } else if (text.getAsString().isBlank()) {
      wrong(Rule.TEXT_EMPTY, name, index, "is empty", "Give it a value, or leave it out.");
    } else if (isTooLong(text.getAsString())) {
      wrong(Rule.TEXT_TOO_LONG, name, index, TOO_LONG, "Shorten it.");
    } else {
      return Optional.of(text.getAsString());
    }
    return Optional.empty();
  }

  /** The elements of an array, each of which must be an object. */
  List<Fields> objects(String name) {
    var objects = new ArrayList<Fields>();
    if (!isArray(name)) {
      return objects;
    }
    var array = object.getAsJsonArray(name);
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof JsonObject each) {
        objects.add(new Fields(problems, at(name) + "/" + i, each, discreet));
      } else {
        wrong(Rule.KIND, name, i, expected("an object", array.get(i)), FIX);
      }
    }
    return objects;
  }

  boolean isEmptyArray(String name) {
    return object.get(name) instanceof JsonArray array && array.isEmpty();
  }

  private boolean isArray(String name) {
    boolean there = isThere(name);
    if (there && !object.get(name).isJsonArray()) {
      wrongKind(name, "an array");
      return false;
    }
    return there;
  }

  private Fields asObject(String name, JsonElement value) {
    if (value instanceof JsonObject child) {
      return new Fields(problems, at(name), child, discreet);
    }
    wrongKind(name, "an object");
    return nothing();
  }

  private boolean isThere(String name) {
    if (has(name)) {
      return true;
    }
    wrong(Rule.KEY_MISSING, name, "is missing", missing(name));
    return false;
  }

  // a slip in a key is one mistake, so it is told once and whole
  private String missing(String name) {
    var slip =
        object.keySet().stream()
            .filter(key -> !known.contains(key))
            .filter(key -> Suggestion.nearest(key, Set.of(name)).isPresent())
            .findFirst();
    slip.ifPresent(known::add);
    return slip.map(key -> "Did you mean \"" + name + "\" where \"" + key + "\" is written?")
        .orElse("Add \"" + name + "\".");
  }

  private Optional<String> wrongKind(String name, String wanted) {
    wrong(Rule.KIND, name, expected(wanted, object.get(name)), FIX);
    return Optional.empty();
  }

  private static final String FIX = "Correct the value in the file.";

  private static String expected(String wanted, JsonElement value) {
    return "expected " + wanted + ", found " + JsonKind.of(value);
  }
}
