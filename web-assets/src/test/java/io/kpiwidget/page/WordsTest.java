package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class WordsTest {

  private static final Pattern HOLE = Pattern.compile("\\{\\w+\\}");

  @ParameterizedTest
  @MethodSource("languages")
  void words_everyLanguage_hasTheSameKeysAndHoles(String language) {
    assertThat(holes(Words.of(Locale.forLanguageTag(language))))
        .isEqualTo(holes(Words.of(Locale.ENGLISH)));
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

  /** What the modules ask for; a missing word would be an exception in a page. */
  @Test
  void words_askedForByTheModules_exist() {
    var words = Words.of(Locale.ENGLISH).keySet();
    for (var module :
        new String[] {"view.js", "tiles.js", "queue-table.js", "trend-chart.js", "notices.js"}) {
      assertThat(
              Pattern.compile("say\\('([\\w.]+)'")
                  .matcher(Resources.text("js/" + module))
                  .results()
                  .map(match -> match.group(1)))
          .isNotEmpty()
          .allMatch(words::contains, "is a word");
    }
    assertThat(words)
        .contains("status.onTarget", "status.nearLimit", "status.breached")
        .contains("kind.noData", "kind.notPermitted", "kind.notApplicable", "kind.failed")
        .contains("mark.noData", "mark.notPermitted", "mark.notApplicable", "mark.failed")
        .contains("fresh.fresh", "fresh.stale", "fresh.expired")
        .contains("state.failed", "state.signedOut", "next.failed", "next.signedOut");
  }

  @ParameterizedTest
  @CsvSource({"ar-EG,rtl", "he,rtl", "fa,rtl", "en,ltr", "de-DE,ltr"})
  void direction_followsTheLanguage(String tag, String expected) {
    assertThat(Words.direction(Locale.forLanguageTag(tag))).isEqualTo(expected);
  }

  private static Map<String, String> holes(Map<String, String> words) {
    var holes = new TreeMap<String, String>();
    words.forEach(
        (key, word) ->
            holes.put(
                key,
                HOLE.matcher(word).results().map(MatchResult::group).sorted().toList().toString()));
    return holes;
  }
}
