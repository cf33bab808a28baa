package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class WordsTest {

  @ParameterizedTest
  @MethodSource("languages")
  void words_everyLanguage_hasTheSameKeys(String language) {
    assertThat(Words.of(Locale.forLanguageTag(language)).keySet())
        .isEqualTo(Words.of(Locale.ENGLISH).keySet());
  }

  static Iterable<String> languages() {
    return Words.LANGUAGES;
  }

  @Test
  void words_unknownLanguage_isEnglish() {
    assertThat(Words.of(Locale.forLanguageTag("tlh"))).isEqualTo(Words.of(Locale.ENGLISH));
  }

  @Test
  void json_hasEveryLanguage() {
    assertThat(Words.json().keySet()).containsExactlyElementsOf(Words.LANGUAGES);
  }

  /** What the modules ask for; a missing word would be "undefined" in a page. */
  @Test
  void words_askedForByTheModules_exist() {
    var words = Words.of(Locale.ENGLISH).keySet();
    for (var module : new String[] {"view.js", "tiles.js", "trend-chart.js"}) {
      assertThat(
              Pattern.compile("words\\.(\\w+)|key\\('(\\w+)'\\)")
                  .matcher(Resources.text("js/" + module))
                  .results()
                  .map(match -> match.group(1) == null ? match.group(2) : match.group(1)))
          .isNotEmpty()
          .allMatch(words::contains, "is a word");
    }
    assertThat(words).contains("onTarget", "nearLimit", "breached", "loading");
  }

  @ParameterizedTest
  @CsvSource({"ar-EG,rtl", "he,rtl", "fa,rtl", "en,ltr", "de-DE,ltr"})
  void direction_followsTheLanguage(String tag, String expected) {
    assertThat(Words.direction(Locale.forLanguageTag(tag))).isEqualTo(expected);
  }
}
