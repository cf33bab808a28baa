package io.kpiwidget.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.kpiwidget.engine.config.TokenConfig.Broker;
import io.kpiwidget.engine.config.TokenConfig.Browser;
import io.kpiwidget.engine.config.TokenConfig.ClientCredentials;
import io.kpiwidget.engine.config.WidgetConfig.ShellToken;
import io.kpiwidget.engine.config.WidgetConfig.ViewKind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WidgetConfigTest {

  private static final String SMALLEST =
      """
      {"platform": {"api": "http://127.0.0.1:1"}, "token": {"source": "desktop"}}
      """;

  private static final String WHOLE =
      """
      {"platform": {"dialect": "guide", "api": "http://127.0.0.1:1/", "shell": "http://127.0.0.1:2"},
       "token": {"source": "client_credentials", "url": "http://127.0.0.1:1/v2/oauth/token",
                 "clientId": "c", "clientSecret": {"env": "SECRET"}, "scopes": ["analytics:view"]},
       "view": "platform",
       "browser": {"enabled": false, "java": "/opt/java", "natives": "/opt/cef", "mirror": "https://m.example/f/",
                   "hostOrigin": "https://kpi.vendor.example"},
       "widget": {"name": "W", "refreshInterval": 15,
                  "metrics": [{"kpi": "waiting", "title": "In line", "target": 5, "warn": 4, "breach": 8}]}}
      """;

  @TempDir private Path folder;

  @Test
  void load_smallestFile_hasDefaults() throws Exception {
    var config = load(SMALLEST);

    assertThat(config.view()).isEqualTo(ViewKind.KPI);
    assertThat(config.platform().shellToken()).isEqualTo(ShellToken.HEADER);
    assertThat(config.token()).isInstanceOf(TokenConfig.Desktop.class);
    assertThat(config.browser().enabled()).isTrue();
    assertThat(config.browser().hostOrigin()).isEqualTo("https://kpi-host.invalid");
    assertThat(config.widget().refreshInterval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.widget().metrics()).hasSize(6);
  }

  @Test
  void load_wholeFile_hasEveryValue() throws Exception {
    var config = load(WHOLE);

    assertThat(config.platform().api()).hasToString("http://127.0.0.1:1");
    assertThat(config.platform().shell()).isPresent();
    assertThat(config.view()).isEqualTo(ViewKind.PLATFORM);
    var token = (ClientCredentials) config.token();
    assertThat(token.secret().name()).isEqualTo("SECRET");
    assertThat(token.scopes()).containsExactly("analytics:view");
    assertThat(config.browser().natives()).contains(Path.of("/opt/cef"));
    assertThat(config.browser().mirror()).contains(URI.create("https://m.example/f"));
    var metric = (Metric.Known) config.widget().metrics().get(0);
    assertThat(metric.kpi()).isEqualTo(KpiName.WAITING);
    assertThat(metric.look().title()).contains(LocalText.of("In line"));
    assertThat(metric.look().limits().breach()).hasValue(8);
  }

  @ParameterizedTest
  @CsvSource({"header, HEADER", "post, POST", "fragment, FRAGMENT"})
  void load_shellToken_isOneOfThree(String name, ShellToken expected) throws Exception {
    var platform =
        "{\"platform\": {\"api\": \"http://127.0.0.1:1\", \"shell\": \"http://127.0.0.1:2\","
            + " \"shellToken\": \""
            + name
            + "\"}}";

    assertThat(load(merged(platform)).platform().shellToken()).isEqualTo(expected);
  }

  @Test
  void load_guidesOwnDefinition_isTakenAsWritten() throws Exception {
    var guide =
        """
        {"name": "Agent Real-Time KPI", "description": "Dynamic widget", "dataSource": "queue",
         "filter": {"type": "and", "clauses": [
           {"type": "filter", "field": "queue.id", "op": "in", "values": ["{{QUEUE_ID}}"]},
           {"type": "filter", "field": "user.id", "op": "eq", "values": ["{{USER_ID}}"]},
           {"type": "timeRange", "field": "conversation.start_time", "op": "in",
            "values": ["{{START_TIME}}", "{{END_TIME}}"]}]},
         "chartType": "table",
         "metrics": [{"name": "Average Handle Time", "type": "avg", "field": "conversation.duration"},
                     {"name": "Call Volume", "type": "count", "field": "conversation.id"}],
         "autoRefresh": true, "refreshInterval": 30}
        """;

    var widget = load(withWidget(guide)).widget();

    assertThat(((Filter.All) widget.filter()).clauses()).hasSize(3);
    assertThat(widget.metrics().get(1))
        .isEqualTo(new Metric.Raw("Call Volume", MetricType.COUNT, "conversation.id"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"platfrom": {}}                                      | /platform            | platfrom
          {"view": "kpl"}                                       | /view                | Did you mean "kpi"?
          {"view": "platform"}                                  | /platform            | Add "shell"
          {"viw": "kpi"}                                        | /viw                 | Did you mean "view"?
          {"view": 5}                                           | /view                | Correct the value
          {"browser": []}                                       | /browser             | Correct the value
          {"browser": {"enabled": "yes"}}                       | /browser/enabled     | Correct the value
          {"browser": {"hostOrigin": "http://127.0.0.1"}}       | /browser/hostOrigin  | https://host
          {"browser": {"hostOrigin": "https://a.b/c"}}          | /browser/hostOrigin  | without a path
          {"browser": {"mirror": "http://files.example.com"}}   | /browser/mirror      | Use https
          {"browser": {"mirror": 7}}                            | /browser/mirror      | Correct the value
          {"browser": {"jawa": "x"}}                            | /browser/jawa        | Did you mean "java"?
          {"platform": {"api": "ftp://x"}}                      | /platform/api        | https://
          {"platform": {"api": "http://example.org"}}           | /platform/api        | https://
          {"platform": {"api": "https://u:p@x"}}                | /platform/api        | https://
          {"platform": {"api": "https://x/?access_token=1"}}    | /platform/api        | https://
          {"platform": {"api": "https://x/#access_token=1"}}    | /platform/api        | https://
          {"platform": {"api": "https://x/%41ccess_token=1"}}   | /platform/api        | https://
          {"platform": {"api": "https://x", "shell": "https://y/app/?access_token=1"}} | /platform/shell | https://
          {"platform": {"api": "https://x", "shell": "https://y/?Access%5Ftoken=1#/w"}} | /platform/shell | https://
          {"platform": {"api": "https://x", "shell": "https://y/access_token/1"}} | /platform/shell | https://
          {"platform": {"api": "https://x", "shell": "https://y", "shellToken": "fragmnt"}} | /platform/shellToken | Did you mean "fragment"?
          {"platform": {"api": "https://x", "shell": "https://y", "shellToken": "query"}} | /platform/shellToken | Use one of: header, post, fragment
          {"platform": {"api": "https://x", "shell": "https://y", "shellToken": true}} | /platform/shellToken | Correct the value
          {"platform": {"api": "https://x", "shellToken": "post"}} | /platform/shellToken | Add "shell"
          {"platform": {"api": "https://x", "messages": "a.json"}} | /platform/messages | Add "shell"
          {"platform": {"api": "https://x", "shell": "https://y", "messages": 1}} | /platform/messages | Correct the value
          {"platform": {"api": "https://a b"}}                  | /platform/api        | https://
          {"platform": {"api": ""}}                             | /platform/api        | Give it a value
          {"platform": {}}                                      | /platform/api        | Add "api"
          {"platform": {"api": "https://x", "dialect": "guid"}} | /platform/dialect    | Did you mean "guide"?
          {"token": {"source": "deskop"}}                       | /token/source        | Did you mean "desktop"?
          {"token": {}}                                         | /token/source        | Add "source"
          {"token": {"source": "broker"}}                       | /token/url           | Add "url"
          {"token": {"source": "broker", "url": "http://b.example/t"}} | /token/url    | Use https
          {"token": {"source": "broker", "url": "https://b.example/t", "clientSecret": "s3cret"}} | /token/clientSecret | Use one of
          {"token": {"source": "broker", "url": "https://b.example/t", "scopes": []}} | /token/scopes | one by one
          {"token": {"source": "broker", "url": "https://b.example/t", "revocationUrl": "http://b.example"}} | /token/revocationUrl | Use https
          {"token": {"source": "broker", "url": "https://b.example/t", "audiense": "a"}} | /token/audiense | Did you mean "audience"?
          {"token": {"source": "browser", "url": "https://b.example/t"}} | /token/authorizeUrl | Add "authorizeUrl"
          {"token": {"source": "browser", "authorizeUrl": "https://b.example/a", "url": "https://b.example/t"}} | /token/clientId | Add "clientId"
          {"token": {"source": "browser", "authorizeUrl": "https://b.example/a?access_token=s3cret", "url": "https://b.example/t"}} | /token/authorizeUrl | Use https
          {"token": {"source": "browser", "authorizeUrl": "https://b.example/a", "url": "https://b.example/t", "clientId": "c", "issuer": "b"}} | /token/issuer | Use https
          {"token": {"source": "desktop", "url": "https://b.example/t"}} | /token/url   | Use one of
          {"widget": {"refreshInterval": 9}}                    | /widget/refreshInterval | Use 10
          {"widget": {"refreshInterval": 10.5}}                 | /widget/refreshInterval | Use 30
          {"widget": {"refreshInterval": "30"}}                 | /widget/refreshInterval | Correct the value
          {"widget": {"metrics": []}}                           | /widget/metrics      | at least one
          {"widget": {"metrics": [3]}}                          | /widget/metrics/0    | Correct the value
          {"widget": {"metrics": [{"kpi": "wating"}]}}          | /widget/metrics/0/kpi | Did you mean "waiting"?
          {"widget": {"metrics": [{"kpi": "aht", "tgt": 1}]}}   | /widget/metrics/0/tgt | Use one of
          {"widget": {"metrics": [{"kpi": "aht", "warn": -1}]}} | /widget/metrics/0/warn | 0 or more
          {"widget": {"metrics": [{"title": "x"}]}}             | /widget/metrics/0/kpi | Name a KPI
          {"widget": {"metrics": [{"kpi": "aht"}, {"kpi": "aht"}]}} | /widget/metrics/1/kpi | once
          {"widget": {"dataSource": "queues"}}                  | /widget/dataSource   | Did you mean "queue"?
          {"widget": {"filter": {"type": "and", "clauses": [{"type": "filter", "field": "f", "op": "eq", "values": ["{{USR_ID}}"]}]}}} | /widget/filter/clauses/0/values/0 | Did you mean "{{USER_ID}}"?
          {"widget": {"filter": {"type": "timeRange", "field": "f", "values": ["x"]}}} | /widget/filter/values | a start and an end
          """)
  void load_wrongPart_namesPlaceAndNextStep(String part, String pointer, String nextStep) {
    var refused = refused(merged(part));

    assertThat(refused.pointer()).isEqualTo(pointer);
    assertThat(refused.nextStep()).contains(nextStep);
    assertThat(refused.sentence() + refused.nextStep()).doesNotContain("s3cret");
  }

  @Test
  void load_broker_smallestAndWhole() throws Exception {
    var url = URI.create("https://b.example/t/");
    var none = Optional.<String>empty();

    assertThat(
            load(merged("{\"token\": {\"source\": \"broker\", \"url\": \"%s\"}}".formatted(url))))
        .extracting(WidgetConfig::token)
        .isEqualTo(new Broker(url, none, List.of(), none, Optional.empty()));
    var whole =
        """
        {"token": {"source": "broker", "url": "%1$s", "audience": "analytics", "scopes": ["a", "b"],
                   "clientId": "kpi", "revocationUrl": "%1$s"}}
        """
            .formatted(url);
    assertThat(load(merged(whole)).token())
        .isEqualTo(
            new Broker(
                url,
                Optional.of("analytics"),
                List.of("a", "b"),
                Optional.of("kpi"),
                Optional.of(url)));
  }

  @Test
  void load_browser_issuerIsKeptLetterForLetter() throws Exception {
    var whole =
        """
        {"token": {"source": "browser", "authorizeUrl": "https://b.example/a",
                   "url": "https://b.example/t", "clientId": "kpi", "scopes": ["a"],
                   "issuer": "https://b.example/"}}
        """;

    assertThat(load(merged(whole)).token())
        .isEqualTo(
            new Browser(
                URI.create("https://b.example/a"),
                URI.create("https://b.example/t"),
                "kpi",
                List.of("a"),
                Optional.of("https://b.example/"),
                Optional.empty()));
  }

  @Test
  void load_clientSecretForDistantTokenUrl_isRefusedUnlessAccepted() throws Exception {
    var token =
        """
        {"token": {"source": "client_credentials", "url": "https://login.example/token",
                   "clientId": "c", "clientSecret": {"desktop": "kpi.secret"}%s}}
        """;

    assertThat(refused(merged(token.formatted(""))).pointer()).isEqualTo("/token/url");
    var accepted = load(merged(token.formatted(", \"secretOnDesktop\": \"accepted\"")));
    assertThat(((ClientCredentials) accepted.token()).acceptedOnDesktop()).isTrue();
    assertThat(accepted.warnings())
        .extracting(Problem::rule, Problem::pointer)
        .containsExactly(tuple(Rule.SECRET_ACCEPTED, "/token/secretOnDesktop"));
    assertThat(load(WHOLE).warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"s3cret\"",
        "{\"value\": \"s3cret\"}",
        "{\"env\": \"A\", \"value\": \"s3cret\"}",
        "[\"s3cret\"]",
        "null",
        "{}",
        "{\"env\": \"A\", \"desktop\": \"b\"}"
      })
  void load_secretThatIsNoReference_isRefusedWithoutItsText(String secret) {
    var refused =
        refused(
            merged(
                "{\"token\": {\"source\": \"client_credentials\", \"url\": \"http://localhost/t\","
                    + " \"clientId\": \"c\", \"clientSecret\": "
                    + secret
                    + "}}"));

    assertThat(refused.pointer()).startsWith("/token/clientSecret");
    assertThat(refused.toString()).doesNotContain("s3cret");
    assertThat(refused.nextStep()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"s3cret\"", "{\"value\": \"s3cret\"}"})
  void load_secretInTheFile_isToldToMoveAndBeReplaced(String secret) {
    var part =
        "{\"token\": {\"source\": \"client_credentials\", \"url\": \"http://localhost/t\","
            + " \"clientId\": \"c\", \"clientSecret\": %s}}";

    var refused = refused(merged(part.formatted(secret)));

    assertThat(refused.sentence()).isEqualTo("a secret has no place in this file");
    assertThat(refused.nextStep()).contains("environment variable", "replace");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\n  \"platform\": {,}}", "{\n \"a\": 1,\n}", "{\n}\n{}", "{\n'a': 1}"})
  void load_noJson_namesLineAndColumn(String text) {
    var refused = refused(text);

    assertThat(refused.sentence()).contains("not JSON").containsPattern("line [23] column \\d+");
  }

  @Test
  void load_memberTwice_isRefused() {
    assertThat(refused("{\"view\": \"kpi\", \"view\": \"platform\"}").sentence()).contains("twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "3", "null"})
  void load_noObject_isRefused(String text) {
    assertThat(refused(text).nextStep()).isNotEmpty();
  }

  @Test
  void load_fileMissing_namesTheFile() {
    var file = folder.resolve("none.json");
    var refused = catchThrowableOfType(ConfigException.class, () -> WidgetConfig.load(file));

    assertThat(refused.problems().get(0).sentence()).contains("missing");
    assertThat(refused).hasMessageContaining("none.json");
  }

  @Test
  void load_notUtf8_isRefused() throws IOException {
    var file = folder.resolve("latin.json");
    Files.write(file, "{\"view\": \"ä\"}".getBytes(StandardCharsets.ISO_8859_1));

    var refused = catchThrowableOfType(ConfigException.class, () -> WidgetConfig.load(file));

    assertThat(refused.problems().get(0).sentence()).contains("UTF-8");
  }

  private static String withWidget(String widget) {
    return merged("{\"widget\": " + widget + "}");
  }

  /** The smallest file with {@code part}'s members instead of its own. */
  private static String merged(String part) {
    var base = com.google.gson.JsonParser.parseString(SMALLEST).getAsJsonObject();
    var over = com.google.gson.JsonParser.parseString(part).getAsJsonObject();
    if (over.has("platfrom")) {
      base.remove("platform");
    }
    over.entrySet().forEach(entry -> base.add(entry.getKey(), entry.getValue()));
    return base.toString();
  }

  private Problem refused(String text) {
    var refused = catchThrowableOfType(ConfigException.class, () -> load(text));
    return refused.problems().get(0);
  }

  private WidgetConfig load(String text) throws Exception {
    return WidgetConfig.load(Files.writeString(folder.resolve("kpi-widget.json"), text));
  }
}
