package io.kpiwidget.page;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** A site as JSON: the record's components by name. */
final class SiteFile {

  private static final Set<String> KEYS =
      Set.of(
          "hostOrigin",
          "platformOrigin",
          "kpiView",
          "dataSource",
          "title",
          "locale",
          "fallbackHeight");

  private final JsonObject json;

  private SiteFile(JsonObject json) {
    this.json = json;
  }

  /**
   * Blocks.
   *
   * @throws IllegalArgumentException naming the key and what is wrong with it
   */
  static Site read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  static Site parse(String text) {
    try {
      return new SiteFile(JsonParser.parseString(text).getAsJsonObject()).site();
    } catch (JsonParseException | IllegalStateException e) {
      throw new IllegalArgumentException("not a JSON object: " + e.getMessage(), e);
    }
  }

  private Site site() {
    json.keySet().stream()
        .filter(key -> !KEYS.contains(key))
        .findFirst()
        .ifPresent(
            key -> {
              throw new IllegalArgumentException(key + ": unknown; known are " + sorted());
            });
    return new Site(
        text("hostOrigin")
            .map(Origin::of)
            .orElseThrow(() -> new IllegalArgumentException("hostOrigin: missing")),
        text("platformOrigin").map(Origin::of),
        flag("kpiView", true),
        flag("dataSource", false),
        text("title").orElse("Contact centre figures"),
        text("locale").map(SiteFile::locale).orElse(Locale.ENGLISH),
        number("fallbackHeight", 600));
  }

  private static String sorted() {
    return String.join(", ", KEYS.stream().sorted().toList());
  }

  private Optional<String> text(String key) {
    return value(key, "a text", e -> e.getAsJsonPrimitive().isString(), JsonElement::getAsString);
  }

  private boolean flag(String key, boolean otherwise) {
    return value(
            key,
            "true or false",
            e -> e.getAsJsonPrimitive().isBoolean(),
            JsonElement::getAsBoolean)
        .orElse(otherwise);
  }

  private int number(String key, int otherwise) {
    return value(
            key, "a whole number", e -> e.getAsString().matches("\\d{1,6}"), JsonElement::getAsInt)
        .orElse(otherwise);
  }

  private <T> Optional<T> value(
      String key, String kind, Predicate<JsonElement> fits, Function<JsonElement, T> read) {
    var element = json.get(key);
    if (element == null) {
      return Optional.empty();
    }
    if (!element.isJsonPrimitive() || !fits.test(element)) {
      throw new IllegalArgumentException(key + ": expected " + kind);
    }
    return Optional.of(read.apply(element));
  }

  private static Locale locale(String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag).build();
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException("locale: not a language tag: " + e.getMessage(), e);
    }
  }
}
