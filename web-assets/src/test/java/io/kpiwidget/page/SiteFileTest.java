package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteFileTest {

  private static final String WITH_MESSAGES =
      """
      {"hostOrigin": "https://kpi.vendor.example",
       "platformOrigins": ["https://acme.mygenesys.com"], "messages": "%s"}
      """;

  private static final String ACME =
      """
      {"oneOf": [{"$ref": "#/$defs/widget:ready"}],
       "$defs": {"widget:ready": {"type": "object", "properties": {"type": {"const": "acme:ready"}},
                                  "required": ["type"], "additionalProperties": false}}}
      """;

  @TempDir private Path folder;

  @Test
  void parse_everyKey_isRead() {
    var site =
        SiteFile.parse(
            """
            {"$schema": "./site.schema.json", "development": false,
             "hostOrigin": "https://kpi.vendor.example",
             "platformOrigins": ["https://acme.mygenesys.com", "https://b.mygenesys.com"],
             "loginOrigin": "https://login.mygenesys.com",
             "shell": "https://b.mygenesys.com/app/", "fallbackHeight": 300,
             "sandbox": ["allow-scripts"], "kpiView": false, "kpiSandbox": ["allow-scripts"],
             "dataSource": false, "title": "T", "locale": "de-AT"}
            """,
            Path.of("site.json"));
    assertThat(site)
        .isEqualTo(
            new Site(
                Origin.of("https://kpi.vendor.example"),
                Optional.of(
                    new PlatformShell(
                        List.of(Sites.PLATFORM, Origin.of("https://b.mygenesys.com")),
                        Optional.of(Origin.of("https://login.mygenesys.com")),
                        Optional.of("https://b.mygenesys.com/app/"),
                        300,
                        Set.of("allow-scripts"),
                        Profile.guide())),
                false,
                false,
                Titles.of(Locale.forLanguageTag("de-AT"), "T")));
  }

  @Test
  void parse_hostOriginAlone_isTheKpiView() {
    var site =
        SiteFile.parse("{\"hostOrigin\":\"https://kpi.vendor.example\"}", Path.of("site.json"));
    assertThat(site.kpiView()).isTrue();
    assertThat(site.dataSource()).isTrue();
    assertThat(site.platform()).isEmpty();
    assertThat(site.titles().byLocale()).containsOnlyKeys(Locale.ENGLISH);
  }

  @Test
  void parse_titleByLocale_keepsTheOrder_orWhatLocaleSays() {
    var titles = "\"title\": {\"en\": \"A\", \"de-AT\": \"B\", \"ar\": \"C\"}";
    assertThat(tags(titles)).containsExactly("en", "de-AT", "ar");
    assertThat(tags(titles + ", \"locale\": \"de-AT\"")).containsExactly("de-AT", "en", "ar");
  }

  private static List<String> tags(String titles) {
    var site =
        SiteFile.parse(
            "{\"hostOrigin\": \"https://a.test\", " + titles + "}", Path.of("site.json"));
    return site.titles().byLocale().keySet().stream().map(Locale::toLanguageTag).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://*.mygenesys.com        | a wildcard
          https://user@acme.com          | hides which host
          https://evil.test\\@acme.com   | hides which host
          https://acm\u0435.com          | beyond ASCII
          ftp://acme.com                 | no https:// in front
          acme.com                       | no https:// in front
          http://acme.com                | not encrypted
          http://localhost.evil.test     | not encrypted
          https://10.0.0.1               | an IP address
          https://127.1                  | an IP address
          https://2130706433             | an IP address
          https://0x7f.1                 | an IP address
          https://[::1]:8443             | an IP address
          https://10.0.0.1/app           | an IP address
          https://acme.com/              | more than an origin
          https://acme.com/app?x         | more than an origin
          https://Acme.com               | capital letters
          HTTPS://acme.com               | capital letters
          https://acme.com:443           | the default port
          https://acme.com.              | a dot behind
          https://acme.com.:8443         | a dot behind
          https://ac_me.com              | strict form
          https://acme.com:99999         | strict form
          http://127.0.0.1:9000          | another one for each agent
          https://localhost              | another one for each agent
          """)
  void parse_badOrigin_saysWhyAndWhatToDo(String origin, String why) {
    var host = problems("{\"hostOrigin\": \"%s\"}", origin);
    var platform =
        problems("{\"hostOrigin\": \"https://a.test\", \"platformOrigins\": [\"%s\"]}", origin);
    assertThat(host).hasSize(1);
    assertThat(host.get(0).pointer()).isEqualTo("/hostOrigin");
    assertThat(host.get(0).sentence()).contains(why);
    assertThat(host.get(0).nextStep()).isNotBlank();
    assertThat(host.get(0).value()).startsWith("\"");
    assertThat(platform)
        .extracting(Problem::pointer, Problem::sentence)
        .containsExactly(tuple("/platformOrigins/0", host.get(0).sentence()));
  }

  private static List<Problem> problems(String json, String origin) {
    return problems(json.formatted(origin.replace("\\", "\\\\")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9000", "https://localhost:8443", "https://127.0.0.1"})
  void parse_thisComputer_isTakenInDevelopment(String origin) {
    assertThat(problems("{\"hostOrigin\": \"" + origin + "\", \"development\": true}")).isEmpty();
  }

  @Test
  void parse_otherAddresses_areRefusedInDevelopmentToo() {
    assertThat(problems("{\"hostOrigin\": \"https://10.0.0.1\", \"development\": true}"))
        .extracting(Problem::pointer)
        .containsExactly("/hostOrigin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                       | /hostOrigin     | is missing
          {"hostOrigin": 1}                        | /hostOrigin     | expected a text
          {"hostOrigin": null}                     | /hostOrigin     | expected a text
          {H, "hostorigin": "x"}                   | /hostorigin     | unknown key
          {H, "a~1/b": "x"}                        | /a~01~1b        | unknown key
          {H, "kpiView": "yes"}                    | /kpiView        | expected true or false
          {H, "platformOrigins": "https://b.test"} | /platformOrigins | expected an array of texts
          {H, "platformOrigins": ["https://b.test", 7]} | /platformOrigins/1 | expected a text
          {H, P, "fallbackHeight": 150.5}          | /fallbackHeight | expected a whole number
          {H, P, "fallbackHeight": "600"}          | /fallbackHeight | expected a whole number
          {H, P, "fallbackHeight": 1e400}          | /fallbackHeight | expected a whole number
          {H, P, "fallbackHeight": -600}           | /fallbackHeight | is not within
          {H, P, "sandbox": ["allow-popups"]}      | /sandbox        | does not need it
          {H, P, "sandbox": "allow-scripts"}       | /sandbox        | expected an array of texts
          {H, P, "loginOrigin": "https://*.b.test"} | /loginOrigin   | a wildcard
          {H, "shell": "https://b.test/"}          | /shell          | of which there is none
          {H, "loginOrigin": "https://b.test"}     | /loginOrigin    | of which there is none
          {H, "kpiSandbox": ["allow-scripts", "allow-same-origin"]} | /kpiSandbox | is to be opaque
          {H, "kpiSandbox": ["allow-scripts", "allow-popups"]} | /kpiSandbox | nothing else
          {H, "kpiSandbox": []}                    | /kpiSandbox     | nothing else
          {H, "title": ["x"]}                      | /title          | expected a text
          {H, "title": {}}                         | /title          | has no locale
          {H, "title": {"en": 1}}                  | /title/en       | expected a text
          {H, "title": {"xx_y": "A"}}              | /title/xx_y     | no language tag
          {H, "title": {"": "A"}}                  | /title/         | no language tag
          {H, "title": {"de-AT": "A", "de-at": "B"}} | /title/de-at  | the same locale
          {H, "title": {"en": "A"}, "locale": "de"} | /locale        | has no title
          {H, "locale": "de_"}                     | /locale         | no language tag
          {H, "locale": "x-private"}               | /locale         | no language tag
          """)
  void parse_badMember_isToldWithItsPlace(String json, String pointer, String sentence) {
    var whole =
        json.replace("{H", "{\"hostOrigin\": \"https://a.test\"")
            .replace(", P", ", \"platformOrigins\": [\"https://b.test\"]");
    assertThat(problems(whole))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.pointer()).isEqualTo(pointer);
              assertThat(problem.sentence()).contains(sentence);
              assertThat(problem.nextStep()).isNotBlank();
            });
  }

  @Test
  void parse_slipInAKey_isGuessed() {
    assertThat(problems("{\"hostOrigin\": \"https://a.test\", \"platformOrigin\": []}"))
        .extracting(Problem::nextStep)
        .containsExactly("Did you mean \"platformOrigins\"?");
    assertThat(problems("{\"hostOrigin\": \"https://a.test\", \"zzz\": 1}").get(0).nextStep())
        .startsWith("Known are ");
  }

  @Test
  void parse_everythingWrong_isToldAtOnce() {
    var all =
        problems(
            """
            {"hostOrigin": "https://*.a.test", "colour": "red", "kpiView": 1,
             "platformOrigins": ["https://b.test/", "https://10.0.0.1"],
             "loginOrigin": "login", "shell": "https://b.test/?access_token=s3cret",
             "fallbackHeight": 5, "sandbox": ["allow-modals"],
             "kpiSandbox": ["allow-same-origin"], "dataSource": false,
             "title": {"en": "", "q": "x"}}
            """);
    assertThat(all)
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder(
            "/colour",
            "/kpiSandbox",
            "/hostOrigin",
            "/platformOrigins/0",
            "/platformOrigins/1",
            "/loginOrigin",
            "/kpiView",
            "/title/q",
            "/dataSource",
            "/shell",
            "/fallbackHeight",
            "/sandbox",
            "/title");
    assertThat(all.toString()).doesNotContain("s3cret");
  }

  @Test
  void parse_unreadOrigin_makesNoSecondMistakeOfTheShell() {
    assertThat(
            problems(
                """
                {"hostOrigin": "https://a.test", "platformOrigins": ["https://b.test/"],
                 "shell": "https://b.test/app/"}
                """))
        .extracting(Problem::pointer)
        .containsExactly("/platformOrigins/0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~                              | not JSON
          []                              | not a JSON object
          null                            | not a JSON object
          x{                              | not JSON at line 1
          {"a": 1,}                       | not JSON
          {"a": 1} {"b": 2}               | not JSON
          {"a": 1} // comment             | not JSON
          {'a': 1}                        | not JSON
          {"a": NaN}                      | not JSON
          {"a": "\\ud800"}                | not JSON
          {"a": 1, "a": 2}                | not JSON: "a" is there twice
          {"a": [[[[[[[[[[1]]]]]]]]]]}    | not JSON: nested deeper than 8
          """)
  void parse_notASite_isOneMistake(String text, String sentence) {
    assertThat(problems(text))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.pointer()).isEmpty();
              assertThat(problem.sentence()).startsWith(sentence);
            });
  }

  @Test
  void parse_hostileKeysAndValues_stayOnOneShortLine() {
    var evil = "\\n\\u202e" + "x".repeat(100_000);
    var json = "{\"hostOrigin\": \"" + evil + "\", \"" + evil + "\": 1}";
    assertThat(problems(json))
        .hasSize(2)
        .allSatisfy(
            problem ->
                assertThat(problem.toString()).hasSizeLessThan(500).doesNotContain("\n", "\u202e"));
  }

  @Test
  void read_byteOrderMark_isSkipped() throws IOException {
    var file = folder.resolve("site.json");
    Files.writeString(file, "\uFEFF{\"hostOrigin\": \"https://a.test\"}");
    assertThat(SiteFile.read(file).hostOrigin()).isEqualTo(Origin.of("https://a.test"));
  }

  @Test
  void read_noFile_noText_noUtf8_isOneMistakeEach() throws IOException {
    var latin = folder.resolve("latin.json");
    Files.write(latin, new byte[] {'{', '"', (byte) 0xE4, '"'});
    assertThat(sentences(folder.resolve("none.json"))).containsExactly("the file is missing");
    assertThat(sentences(folder)).containsExactly("the file cannot be read");
    assertThat(sentences(latin)).containsExactly("the file is not UTF-8");
  }

  private static List<String> sentences(Path file) {
    var refusal = catchThrowableOfType(SiteException.class, () -> SiteFile.read(file));
    return refusal.problems().stream().map(Problem::sentence).toList();
  }

  @Test
  void messages_areReadFromAFileBesideTheSite() throws IOException {
    Files.writeString(folder.resolve("acme.json"), ACME);
    var site = Files.writeString(folder.resolve("site.json"), WITH_MESSAGES.formatted("acme.json"));

    var shell = SiteFile.read(site).platform().orElseThrow();
    assertThat(shell.messages()).isNotEqualTo(Profile.guide());
    assertThat(HostPages.generate(SiteFile.read(site)).get(0).body())
        .contains("\"acme:ready\":{\"means\":\"widget:ready\"")
        .doesNotContain("\"widget:ready\":{");
  }

  @Test
  void messages_thatCannotBeUsed_areToldWithFileAndPlace() throws IOException {
    Files.writeString(folder.resolve("acme.json"), ACME.replace("false", "true"));
    var site = Files.writeString(folder.resolve("site.json"), WITH_MESSAGES.formatted("acme.json"));

    var refusal = catchThrowableOfType(SiteException.class, () -> SiteFile.read(site));
    assertThat(refusal.problems())
        .extracting(Problem::pointer, Problem::sentence)
        .containsExactly(
            tuple(
                "/messages",
                "\"acme.json\" at /$defs/widget:ready: needs \"additionalProperties\": false"));
  }

  @ParameterizedTest
  @CsvSource({"none.json, the file is missing", "'', the file cannot be read"})
  void messages_thatAreNotThere_areTold(String name, String sentence) throws IOException {
    var site = Files.writeString(folder.resolve("site.json"), WITH_MESSAGES.formatted(name));
    assertThat(sentences(site)).singleElement().asString().contains(sentence);
  }

  @Test
  void messages_withoutAShell_haveNoUse() {
    assertThat(problems("{\"hostOrigin\": \"https://a.test\", \"messages\": \"acme.json\"}"))
        .extracting(Problem::pointer)
        .containsExactly("/messages");
  }

  @Test
  void read_moreThanAMegabyte_isNotRead() throws IOException {
    var large = Files.writeString(folder.resolve("large.json"), " ".repeat((1 << 20) + 1));
    assertThat(sentences(large)).containsExactly("the file is larger than 1048576 bytes");
  }

  /** An editor completes and checks what is read, in its order. */
  @Test
  void schema_namesTheSameMembersAndBounds() {
    var schema = JsonParser.parseString(Resources.text("site.schema.json")).getAsJsonObject();
    var members = schema.getAsJsonObject("properties");
    assertThat(members.keySet()).containsExactlyElementsOf(SiteReader.KEYS);
    var height = members.getAsJsonObject("fallbackHeight");
    assertThat(height.get("minimum").getAsInt()).isEqualTo(Site.LEAST_HEIGHT);
    assertThat(height.get("maximum").getAsInt()).isEqualTo(Site.GREATEST_HEIGHT);
    var flags = members.getAsJsonObject("sandbox").getAsJsonArray("default").asList();
    assertThat(flags)
        .extracting(JsonElement::getAsString)
        .containsExactlyElementsOf(PlatformShell.MOST_ALLOWED);
  }

  @Test
  void schema_takesTheOriginsOfTheSamples_andNoWildcard() {
    var schema = JsonParser.parseString(Resources.text("site.schema.json")).getAsJsonObject();
    var origin =
        schema.getAsJsonObject("$defs").getAsJsonObject("origin").get("pattern").getAsString();
    for (var sample : Sites.SAMPLES) {
      assertThat(SiteFile.read(sample).hostOrigin().value()).containsPattern(origin);
    }
    for (var bad : List.of("https://*.a.test", "https://a@b", "https://a.test/", "a.test")) {
      assertThat(bad).doesNotContainPattern(origin);
    }
  }

  @Test
  void samples_areSites() {
    assertThat(Sites.SAMPLES)
        .extracting(SiteFile::read)
        .extracting(Site::kpiView, site -> site.platform().isPresent())
        .containsExactly(tuple(true, false), tuple(true, true), tuple(false, true));
  }

  private static List<Problem> problems(String json) {
    var refusal =
        catchThrowableOfType(SiteException.class, () -> SiteFile.parse(json, Path.of("site.json")));
    return refusal == null ? List.of() : refusal.problems();
  }
}
