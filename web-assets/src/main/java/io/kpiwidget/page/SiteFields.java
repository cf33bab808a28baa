package io.kpiwidget.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** A site's members by their kind. What is wrong is noted, and read as if it were not there. */
final class SiteFields {

  private static final String FIX = "Correct the value in the file.";

  private final JsonObject json;
  private final List<Problem> problems = new ArrayList<>();

  SiteFields(JsonObject json) {
    this.json = json;
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  void wrong(String pointer, String value, String sentence, String nextStep) {
    wrong(new Problem(pointer, value, sentence, nextStep));
  }

  void wrong(Problem problem) {
    problems.add(problem);
  }

  boolean has(String key) {
    return json.has(key);
  }

  /** Notes members that are none of {@code known}. */
  void checkKeys(Collection<String> known) {
    for (var key : json.keySet()) {
      if (!known.contains(key)) {
        var meant = known.stream().filter(each -> near(key, each)).findFirst();
        wrong(
            at(key),
            "",
            "unknown key",
            meant
                .map(each -> "Did you mean \"" + each + "\"?")
                .orElse("Known are " + String.join(", ", known) + "."));
      }
    }
  }

  /** Whether the two begin alike, for at least half of the longer one. */
  private static boolean near(String a, String b) {
    int half = (Math.max(a.length(), b.length()) + 1) / 2;
    return a.regionMatches(true, 0, b, 0, half);
  }

  /** RFC 6901, fit for a terminal. */
  static String at(String key) {
    return "/" + Shown.plain(key.replace("~", "~0").replace("/", "~1"));
  }

  Optional<String> text(String key) {
    return read(key, "a text", JsonPrimitive::isString, JsonPrimitive::getAsString);
  }

  boolean flag(String key, boolean otherwise) {
    return read(key, "true or false", JsonPrimitive::isBoolean, JsonPrimitive::getAsBoolean)
        .orElse(otherwise);
  }

  int number(String key, int otherwise) {
    return read(key, "a whole number", SiteFields::isWhole, JsonPrimitive::getAsInt)
        .orElse(otherwise);
  }

  private static boolean isWhole(JsonPrimitive value) {
    return value.isNumber() && value.getAsDouble() == value.getAsInt();
  }

  private <T> Optional<T> read(
      String key, String kind, Predicate<JsonPrimitive> fits, Function<JsonPrimitive, T> value) {
    var element = json.get(key);
    if (element instanceof JsonPrimitive primitive && fits.test(primitive)) {
      return Optional.of(value.apply(primitive));
    }
    if (element != null) {
      wrongKind(at(key), element, kind);
    }
    return Optional.empty();
  }

  private void wrongKind(String pointer, JsonElement element, String kind) {
    wrong(pointer, Shown.json(element), "expected " + kind, FIX);
  }

  /** The elements of an array of texts; empty when it is none. */
  Optional<List<String>> texts(String key) {
    if (!(json.get(key) instanceof JsonArray array)) {
      if (json.has(key)) {
        wrongKind(at(key), json.get(key), "an array of texts");
      }
      return Optional.empty();
    }
    var texts = new ArrayList<String>();
    for (int i = 0; i < array.size(); i++) {
      text(at(key) + "/" + i, array.get(i)).ifPresent(texts::add);
    }
    return Optional.of(List.copyOf(texts)).filter(all -> all.size() == array.size());
  }

  /** The object {@code key}; empty when it is none, which is no mistake. */
  Optional<JsonObject> object(String key) {
    return json.get(key) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }

  /** {@code element} as a text. */
  Optional<String> text(String pointer, JsonElement element) {
    if (element instanceof JsonPrimitive text && text.isString()) {
      return Optional.of(text.getAsString());
    }
    wrongKind(pointer, element, "a text");
    return Optional.empty();
  }
}
