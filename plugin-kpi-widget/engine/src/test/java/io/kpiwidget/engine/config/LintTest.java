package io.kpiwidget.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LintTest {

  /** What breaks before anybody knows what the file is; each has its test below. */
  static final Set<Rule> OF_FILES = EnumSet.of(Rule.FILE_UNREADABLE, Rule.FILE_UNKNOWN, Rule.JSON);

  private static final String SMALLEST =
      "{\"platform\": {\"api\": \"https://a.example\"}, \"token\": {\"source\": \"desktop\"}}";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("goodConfigurations")
  void check_goodConfiguration_isWell(Path file) {
    assertThat(Lint.check(file)).isEmpty();
  }

  static List<Path> goodConfigurations() {
    return Definitions.in(Definitions.GOOD_CONFIGURATIONS);
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/configurations/bad.csv",
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true)
  void check_badConfiguration_isOneProblemOfItsName(String rule, String pointer, String value) {
    var problems = Lint.check(Definitions.BAD_CONFIGURATIONS.resolve(rule + ".json"));

    assertThat(problems)
        .extracting(p -> p.rule().id(), Problem::pointer, Problem::value)
        .containsExactly(tuple(rule, pointer, Optional.ofNullable(value).orElse("")));
    assertThat(problems.get(0).sentence()).isNotBlank();
    assertThat(problems.get(0).nextStep()).matches("[A-Z].+[.?]");
    assertThat(problems.toString()).doesNotContain("s3cret");
  }

  @Test
  void check_everyBadConfigurationIsInTheTable() {
    var rows = Definitions.text(Definitions.BAD_CONFIGURATIONS.resolveSibling("bad.csv"));

    assertThat(rows.lines().skip(1).map(row -> row.substring(0, row.indexOf(' '))))
        .map(Definitions::rule)
        .containsExactlyInAnyOrderElementsOf(Definitions.rules(Definitions.BAD_CONFIGURATIONS));
  }

  @ParameterizedTest
  @MethodSource("goodDefinitions")
  void check_definitionAlone_isReadAsOne(Path file) {
    assertThat(Lint.check(file)).isEqualTo(Definitions.problems(file));
  }

  static List<Path> goodDefinitions() {
    return Definitions.in(Definitions.GOOD);
  }

  @Test
  void check_badDefinitionAlone_isNamedByRootedPointer() {
    assertThat(Lint.check(Definitions.BAD.resolve("kpi-unknown.json")))
        .extracting(Problem::rule, Problem::pointer)
        .containsExactly(tuple(Rule.KPI_UNKNOWN, "/metrics/0/kpi"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"name\": \"Desk\"}", "{\"widget\": {}}"})
  void check_neither_saysWhatEachHas(String text) throws IOException {
    assertOne(file(text), Rule.FILE_UNKNOWN, "\"platform\" and \"token\"");
  }

  @Test
  void check_missing_saysSo() {
    assertOne(folder.resolve("none.json"), Rule.FILE_UNREADABLE, "Create it");
  }

  @Test
  void check_folder_cannotBeRead() {
    assertOne(folder, Rule.FILE_UNREADABLE, "may read it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16"})
  void check_notUtf8_saysSo(String charset) throws IOException {
    var bytes = SMALLEST.replace("desktop", "d\u00e4sktop").getBytes(Charset.forName(charset));

    assertOne(
        Files.write(folder.resolve("latin.json"), bytes), Rule.FILE_UNREADABLE, "Save it as UTF-8");
  }

  @Test
  void check_byteOrderMark_isNoMistake() throws IOException {
    assertThat(Lint.check(file("\uFEFF" + SMALLEST))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                             | not JSON at line 1 column 1
          {"view": "kpi"                 | not JSON at line 1 column 15
          {"view": kpi}                  | not JSON at line 1 column 10
          {"view": "kpi"} // ours        | not JSON at line 1 column 18
          {"view": NaN}                  | not JSON at line 1 column 10
          {"view": "kpi", "view": "kpi"} | not JSON: "view" is there twice at line 1 column 23
          {"view": "kpi"} {}             | not JSON at line 1 column 18
          """)
  void check_notJson_saysWhereInPlainWords(String text, String sentence) throws IOException {
    var problems = Lint.check(file(text));

    assertThat(problems)
        .extracting(Problem::rule, Problem::pointer, Problem::sentence)
        .containsExactly(tuple(Rule.JSON, "", sentence));
  }

  @Test
  void check_nestedWithoutEnd_isRefusedEarly() throws IOException {
    assertOne(file("[".repeat(100_000)), Rule.JSON, "Correct the file there.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "3", "null", "\"platform\""})
  void check_noObject_isSaid(String text) throws IOException {
    assertOne(file(text), Rule.KIND, "Start the file with {.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "contect": "desk"                    | /contect              | "contact"
          "browser": {"enable": true}          | /browser/enable       | "enabled"
          "widget": {"metric": []}             | /widget/metric        | "metrics"
          "widget": {"refreshIntervall": 30}   | /widget/refreshIntervall | "refreshInterval"
          "viev": "kpi"                        | /viev                 | "view"
          """)
  void check_unknownKey_isAskedAbout(String member, String pointer, String meant)
      throws IOException {
    var problems = Lint.check(file(SMALLEST.replaceFirst("\\{", "{" + member + ", ")));

    assertThat(problems)
        .extracting(Problem::rule, Problem::pointer)
        .containsExactly(tuple(Rule.KEY_UNKNOWN, pointer));
    assertThat(problems.get(0).nextStep()).isEqualTo("Did you mean " + meant + "?");
  }

  @Test
  void check_severalMistakes_areToldAtOnce() throws IOException {
    var text =
        """
        {
          "platform": {"api": "http://a.example", "shell": "https://*.example", "sandbox": ["allow-modals"]},
          "token": {"source": "client_credentials", "url": "https://l.example/t", "clientSecret": "s3cret"},
          "view": "platform",
          "browser": {"hostOrigin": "ftp://a.example"},
          "widget": {"refreshInterval": 5}
        }
        """;

    var problems = Lint.check(file(text));

    assertThat(problems)
        .extracting(Problem::rule, Problem::pointer)
        .containsExactly(
            tuple(Rule.URL_NOT_HTTPS, "/platform/api"),
            tuple(Rule.ORIGIN_WILDCARD, "/platform/shell"),
            tuple(Rule.SANDBOX_FLAG, "/platform/sandbox/0"),
            tuple(Rule.SECRET_IN_FILE, "/token/clientSecret"),
            tuple(Rule.SECRET_ON_DESKTOP, "/token/url"),
            tuple(Rule.KEY_MISSING, "/token/clientId"),
            tuple(Rule.URL, "/browser/hostOrigin"),
            tuple(Rule.REFRESH_TOO_OFTEN, "/widget/refreshInterval"));
    assertThat(problems.toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example:443, https://A.example, true",
    "https://A.EXAMPLE/shell, https://a.example, true",
    "https://a.example:8443, https://a.example, false",
    "https://b.a.example, https://a.example, false"
  })
  void check_shellOnTheHostPagesOrigin_isNoSandbox(String shell, String host, boolean same)
      throws IOException {
    var text =
        """
        {"platform": {"api": "https://api.example", "shell": "%s"}, "token": {"source": "desktop"},
         "view": "platform", "browser": {"hostOrigin": "%s"}}
        """;

    assertThat(Lint.check(file(text.formatted(shell, host))))
        .extracting(Problem::rule)
        .isEqualTo(same ? List.of(Rule.SANDBOX_SAME_ORIGIN) : List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "platform": {"api": "https://a.example", "shellToken": "post"}, "token": {"source": "desktop"}, "view": "platform" | shell-missing
          "platform": {"api": "https://a.example", "shell": "shell"}, "token": {"source": "desktop"}, "view": "platform"     | url
          "platform": {"api": "https://a.example"}, "token": {"source": "client_credentials", "url": "ftp://l.example", "clientId": "c", "clientSecret": {"env": "S"}} | url
          "platform": [], "token": {"source": "desktop"}, "view": "platform" | kind
          """)
  void check_oneMistake_isOneProblem(String members, String rule) throws IOException {
    assertThat(Lint.check(file("{" + members + "}")))
        .extracting(p -> p.rule().id())
        .containsExactly(rule);
  }

  @Test
  void check_twoAddressesThatAreNone_areNotOneOrigin() throws IOException {
    var text =
        """
        {"platform": {"api": "https://api.example", "shell": "shell"}, "token": {"source": "desktop"},
         "view": "platform", "browser": {"hostOrigin": "host"}}
        """;

    assertThat(Lint.check(file(text)))
        .extracting(Problem::rule)
        .containsExactly(Rule.URL, Rule.URL);
  }

  @Test
  void check_sandboxWithoutTheOneFlag_mayShareTheOrigin() throws IOException {
    var text =
        """
        {"platform": {"api": "https://a.example", "shell": "https://a.example", "sandbox": ["allow-scripts"]},
         "token": {"source": "desktop"}, "view": "platform", "browser": {"hostOrigin": "https://a.example"}}
        """;

    assertThat(Lint.check(file(text))).isEmpty();
  }

  private static void assertOne(Path file, Rule rule, String nextStep) {
    var problems = Lint.check(file);

    assertThat(problems).extracting(Problem::rule).containsExactly(rule);
    assertThat(problems.get(0).pointer()).isEmpty();
    assertThat(problems.get(0).nextStep()).contains(nextStep);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("kpi-widget.json"), text, StandardCharsets.UTF_8);
  }
}
