package io.kpiwidget.engine.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text in one or more languages.
 *
 * @param texts by language tag (BCP 47), at least one; the root's has the tag {@code und}
 */
public record LocalText(Map<String, String> texts) {

  private static final String ANY = "und";

  public LocalText {
    texts = Map.copyOf(new TreeMap<>(texts));
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("a text without a text");
    }
  }

  /** One text for every language. */
  public static LocalText of(String text) {
    return new LocalText(Map.of(ANY, text));
  }

  /** The text for {@code locale}: the nearest there is, else English, else the first by its tag. */
  public String in(Locale locale) {
    var wanted = Locale.LanguageRange.parse(locale.toLanguageTag() + ",en;q=0.5,*;q=0.1");
    var tags = new TreeMap<>(texts).keySet();
    var tag = Locale.lookupTag(wanted, tags);
    return texts.getOrDefault(tag == null ? anyOf(List.copyOf(tags)) : tag, "");
  }

  private static String anyOf(List<String> tags) {
    return tags.contains(ANY) ? ANY : tags.get(0);
  }
}
