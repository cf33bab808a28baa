package io.kpiwidget.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TruthCheckTest {

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private static TruthCheck check(String... truths) {
    TruthSamples samples = new TruthSamples();
    for (int i = 0; i < truths.length; i++) {
      samples.add(i, json(truths[i]));
    }
    return new TruthCheck(samples, "a1");
  }

  private static boolean wasTrue(String kpi, double shown, String text, double... truth) {
    return TruthCheck.wasTrue(
        kpi,
        new Shown(text, OptionalDouble.of(shown)),
        Arrays.stream(truth).mapToObj(OptionalDouble::of).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "waiting,6,6,6,true",
    "waiting,6,6,7,false",
    "serviceLevel,0.82,82 %,0.8249,true",
    "serviceLevel,0.82,82 %,0.8260,false",
    "aht,271,4:31,271.9,true",
    "aht,271,4:31,272.1,false",
    "timeOnQueue,18600,5 h 10 min,18655,true",
    "handledPerHour,7.4,7.4,7.44,true",
  })
  void figure_isTrueUpToRounding(
      String kpi, double shown, String text, double truth, boolean expected) {
    assertThat(wasTrue(kpi, shown, text, truth)).isEqualTo(expected);
  }

  @Test
  void figure_matchesAnyOfTheSamples() {
    assertThat(wasTrue("waiting", 6, "6", 4, 6, 9)).isTrue();
  }

  @Test
  void figure_betweenTwoSamples_wasPassed() {
    assertThat(wasTrue("longestWait", 45, "0:45", 40, 50)).isTrue();
    assertThat(wasTrue("longestWait", 55, "0:55", 40, 50)).isFalse();
  }

  @Test
  void noData_isTrueWhereTheTruthHasNone() {
    Shown none = new Shown("–", OptionalDouble.empty());

    assertThat(TruthCheck.wasTrue("asa", none, List.of(OptionalDouble.empty()))).isTrue();
    assertThat(TruthCheck.wasTrue("asa", none, List.of(OptionalDouble.of(3)))).isFalse();
  }

  @Test
  void figure_withoutAnyTruth_isNotTrue() {
    assertThat(wasTrue("waiting", 6, "6")).isFalse();
  }

  @Test
  void differences_areFoundInTilesOfEachView() {
    var found =
        check("{\"agents\":{\"a1\":{\"kpis\":{\"aht\":200},\"mine\":{\"waiting\":6}}}}")
            .differences(
                json(
                    """
                    {"kpis":{"swing":{"waiting":{"text":"6","value":6},
                                      "aht":{"text":"3:20","value":200}},
                             "browser":{"waiting":{"text":"9","value":9},
                                        "aht":{"text":"3:20","value":200}}}}
                    """));

    assertThat(found)
        .containsExactly(
            new TruthCheck.Difference(
                "browser", "", "waiting", "9", OptionalDouble.of(9), OptionalDouble.of(6)));
  }

  @Test
  void differences_areFoundInQueueRows() {
    var found =
        check("{\"queues\":{\"q1\":{\"kpis\":{\"waiting\":3}}}}")
            .differences(
                json(
                    """
                    {"queues":{"swing":[{"id":"q1","cells":{"waiting":{"text":"4","value":4}}}]}}
                    """));

    assertThat(found).extracting(TruthCheck.Difference::queue).containsExactly("q1");
  }

  @Test
  void wrongCell_isListedInTheViewThatShowsIt() {
    var found =
        check("{\"queues\":{\"q1\":{\"kpis\":{\"waiting\":3}}}}")
            .differences(
                json(
                    """
                    {"queues":{"swing":[{"id":"q1","cells":{"waiting":{"text":"3","value":3}}}],
                             "browser":[{"id":"q1","cells":{"waiting":{"text":"4","value":4}}}]}}
                    """));

    assertThat(found).extracting(TruthCheck.Difference::view).containsExactly("browser");
  }

  @Test
  void tile_thatOneViewLacks_isListed() {
    var found =
        check("{\"agents\":{\"a1\":{\"kpis\":{\"aht\":200},\"mine\":{\"waiting\":6}}}}")
            .differences(
                json(
                    """
                    {"kpis":{"swing":{"waiting":{"text":"6","value":6},
                                      "aht":{"text":"3:20","value":200}},
                             "browser":{"waiting":{"text":"6","value":6}}}}
                    """));

    assertThat(found)
        .containsExactly(
            new TruthCheck.Difference(
                "browser", "", "aht", "", OptionalDouble.empty(), OptionalDouble.of(200)));
  }

  @Test
  void view_thatIsNotUp_lacksNothing() {
    var found =
        check("{\"agents\":{\"a1\":{\"queues\":[\"q1\"],\"mine\":{\"waiting\":6}}}}")
            .differences(
                json(
                    """
                    {"kpis":{"swing":{"waiting":{"text":"6","value":6}},"browser":{}},
                     "queues":{"swing":[],"browser":[]}}
                    """));

    assertThat(found).isEmpty();
  }

  private static final String ROW =
      """
      {"queues":{"swing":[{"id":"q1","cells":{"waiting":{"text":"3","value":3}}}]}}
      """;

  private static String queuesOfTheAgent(String ids) {
    return """
        {"agents":{"a1":{"queues":[%s]}},
         "queues":{"q1":{"kpis":{"waiting":3}},"q2":{"kpis":{"waiting":5}}}}
        """
        .formatted(ids);
  }

  @Test
  void queue_thatAViewLacks_isListed() {
    var found = check(queuesOfTheAgent("\"q1\",\"q2\"")).differences(json(ROW));

    assertThat(found)
        .containsExactly(
            new TruthCheck.Difference(
                "swing", "q2", "waiting", "", OptionalDouble.empty(), OptionalDouble.of(5)));
  }

  @Test
  void queue_joinedWithinTheRefresh_isNotMissedYet() {
    var found =
        check(queuesOfTheAgent("\"q1\""), queuesOfTheAgent("\"q1\",\"q2\"")).differences(json(ROW));

    assertThat(found).isEmpty();
  }

  @Test
  void diagnostics_withoutFigures_haveNoDifferences() {
    assertThat(check("{}").differences(json("{\"kpis\":null}"))).isEmpty();
  }
}
