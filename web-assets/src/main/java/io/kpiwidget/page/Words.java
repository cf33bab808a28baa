package io.kpiwidget.page;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** What the pages say, by language. English is complete and stands in for a language we lack. */
final class Words {

  static final List<String> LANGUAGES = List.of("de", "en");
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi");

  private Words() {}

  /** All words of {@code locale}'s language by key, sorted. */
  static Map<String, String> of(Locale locale) {
    var known = LANGUAGES.contains(locale.getLanguage());
    return read(known ? locale.getLanguage() : "en");
  }

  /** One word. */
  static String word(Locale locale, String key) {
    return Optional.ofNullable(of(locale).get(key))
        .orElseThrow(() -> new IllegalStateException("no word for " + key));
  }

  /** Every language's words, for a view whose snapshots name their locale. */
  static JsonObject json() {
    var languages = new JsonObject();
    for (var language : LANGUAGES) {
      var words = new JsonObject();
      read(language).forEach(words::addProperty);
      languages.add(language, words);
    }
    return languages;
  }

  /** {@code rtl} or {@code ltr}. */
  static String direction(Locale locale) {
    return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
  }

  private static Map<String, String> read(String language) {
    return ofFile("words_" + language + ".properties");
  }

  /** The words in a file of ours by key, sorted. */
  static Map<String, String> ofFile(String name) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(Resources.text(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var words = new TreeMap<String, String>();
    properties.forEach((key, word) -> words.put((String) key, (String) word));
    return words;
  }
}
