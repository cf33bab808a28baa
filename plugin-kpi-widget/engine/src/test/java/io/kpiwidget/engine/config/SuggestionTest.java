package io.kpiwidget.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {

  @ParameterizedTest
  @CsvSource({
    "wating, waiting",
    "longest_wait, longestWait",
    "LONGESTWAIT, longestWait",
    "asaa, asa",
    "serviceLevl, serviceLevel",
    "hndled, handled"
  })
  void nearest_aSlip_isFound(String word, String meant) {
    assertThat(Suggestion.nearest(word, KpiName.ids())).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"revenue", "x", "customerSatisfaction"})
  void nearest_anotherWord_isNot(String word) {
    assertThat(Suggestion.nearest(word, KpiName.ids())).isEmpty();
  }

  @Test
  void sentence_withoutNeighbour_listsWhatWouldDo() {
    assertThat(Suggestion.sentence("zzzz", List.of("kpi", "platform")))
        .isEqualTo("Use one of: kpi, platform.");
  }
}
