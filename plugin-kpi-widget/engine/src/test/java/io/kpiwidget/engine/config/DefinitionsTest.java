package io.kpiwidget.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Definitions as people write them, well and badly: each bad one breaks the rule of its name. */
final class DefinitionsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("good")
  void good_hasNoProblem_butForWarningsItsNameTellsOf(Path file) throws Exception {
    assertThat(Definitions.problems(file)).noneMatch(Problem::isError);
    assertThat(!Definitions.problems(file).isEmpty())
        .isEqualTo(file.toString().endsWith(".warns.json"));
    assertThat(WidgetDefinition.load(file).metrics()).isNotEmpty();
  }

  static List<Path> good() {
    return Definitions.in(Definitions.GOOD);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/definitions/bad.csv",
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true)
  void bad_isOneProblemOfItsName(String rule, String pointer, String value) {
    var problems = Definitions.problems(Definitions.BAD.resolve(rule + ".json"));

    assertThat(problems)
        .extracting(p -> p.rule().id(), Problem::pointer, Problem::value)
        .containsExactly(tuple(rule, pointer, Optional.ofNullable(value).orElse("")));
    assertThat(problems.get(0).sentence()).isNotBlank();
    assertThat(problems.get(0).nextStep()).matches("[A-Z].+[.?]");
  }

  @Test
  void bad_everyFileIsInTheTable() {
    var rows = Definitions.text(Definitions.BAD.resolveSibling("bad.csv")).lines().skip(1);

    assertThat(rows.map(row -> row.substring(0, row.indexOf(' '))).map(Definitions::rule))
        .hasSizeGreaterThan(30)
        .containsExactlyInAnyOrderElementsOf(Definitions.rules(Definitions.BAD));
  }

  @Test
  void rules_eachIsBrokenBySomeFile() {
    var broken = EnumSet.copyOf(Definitions.rules(Definitions.BAD));
    broken.addAll(Definitions.rules(Definitions.BAD_CONFIGURATIONS));
    broken.addAll(LintTest.OF_FILES);

    assertThat(broken).containsExactly(Rule.values());
    assertThat(Arrays.stream(Rule.values()).map(Rule::id)).doesNotHaveDuplicates();
  }

  @Test
  void fiveMistakes_areToldAtOnce_inTheReadersOrder() {
    assertThat(Definitions.problems(Definitions.FIVE))
        .extracting(Problem::rule, Problem::pointer)
        .containsExactly(
            tuple(Rule.PLACEHOLDER_PLACE, "/name"),
            tuple(Rule.DATA_SOURCE, "/dataSource"),
            tuple(Rule.PLACEHOLDER_KIND, "/filter/clauses/0/values/0"),
            tuple(Rule.KPI_UNKNOWN, "/metrics/0/kpi"),
            tuple(Rule.REFRESH_TOO_OFTEN, "/refreshInterval"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"kpi": "asa", "direction": "up", "warn": 20, "breach": 10} | direction         | /metrics/0/direction
          {"kpi": "asa", "type": "avg"}                               | metric-mixed      | /metrics/0/kpi
          {"kpi": "longestWait", "unit": "minutes", "warn": 1e308}    | number            | /metrics/0/warn
          {"kpi": "occupancy", "breach": 0.9}                         | threshold-direction | /metrics/0/breach
          {"kpi": "asa", "target": 50, "breach": 40}                  | threshold-order   | /metrics/0/target
          {"kpi": "asa", "warn": 40, "breach": 40}                    | threshold-order   | /metrics/0/warn
          {"kpi": "serviceLevel", "unit": "percent", "warn": 100.1}   | threshold-share   | /metrics/0/warn
          {"kpi": "asa", "order": 1001}                               | order             | /metrics/0/order
          {"name": "Handle time", "type": "avg", "warn": 300}         | key-missing       | /metrics/0/field
          {"name": "Score", "type": "avg", "field": "f", "warn": 3}   | threshold-direction | /metrics/0/warn
          """)
  void metric_oneMistake_isOneProblem(String metric, String rule, String pointer) throws Exception {
    assertThat(problems("{\"metrics\": [" + metric + "]}"))
        .extracting(p -> p.rule().id(), Problem::pointer)
        .containsExactly(tuple(rule, pointer));
  }

  @Test
  void metrics_withoutNames_areNoDuplicates() throws Exception {
    var twice = "{\"type\": \"avg\", \"field\": \"a\"}, {\"type\": \"sum\", \"field\": \"b\"}";

    assertThat(problems("{\"metrics\": [" + twice + "]}"))
        .extracting(Problem::rule, Problem::pointer)
        .containsExactly(
            tuple(Rule.KEY_MISSING, "/metrics/0/name"), tuple(Rule.KEY_MISSING, "/metrics/1/name"));
  }

  @Test
  void filter_wrongOperator_doesNotHideTheUnknownKey() throws Exception {
    assertThat(
            problems(
                """
                {"filter": {"type": "filter", "field": "f", "op": "is", "values": ["v"], "x": 1}}
                """))
        .extracting(Problem::rule)
        .containsExactly(Rule.FILTER_OP, Rule.KEY_UNKNOWN);
  }

  @Test
  void filterValues_eachThatIsNoText_isNamed() throws Exception {
    var values = "[1, \"\", \"" + "x".repeat(501) + "\", null]";

    assertThat(
            problems(
                "{\"filter\": {\"type\": \"filter\", \"field\": \"f\", \"op\": \"in\", \"values\": "
                    + values
                    + "}}"))
        .extracting(Problem::rule, Problem::pointer)
        .containsExactly(
            tuple(Rule.KIND, "/filter/values/0"),
            tuple(Rule.TEXT_EMPTY, "/filter/values/1"),
            tuple(Rule.TEXT_TOO_LONG, "/filter/values/2"),
            tuple(Rule.KIND, "/filter/values/3"));
  }

  private List<Problem> problems(String text) throws IOException {
    return Definitions.problems(Files.writeString(folder.resolve("widget.json"), text));
  }
}
