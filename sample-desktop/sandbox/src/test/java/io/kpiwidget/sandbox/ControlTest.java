package io.kpiwidget.sandbox;

import static io.kpiwidget.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The switches of the control port and the shell. */
final class ControlTest {
  private static final String PERMISSIONS = "/v2/users/me/permissions";
  private static final String WIDGETS = "/v2/analytics/widgets";
  private static MovableClock clock;
  private static Sandbox sandbox;
  private static SandboxClient client;
  private String agent;
  private String token;

  /** One for all tests; each leaves or finds the switches as they were. */
  @BeforeAll
  static void start() {
    clock = new MovableClock("2026-11-23T12:00:00Z");
    sandbox = Sandbox.start(SandboxOptions.defaults().clock(clock));
    client = new SandboxClient(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() throws Exception {
    client.control("DELETE", "/control/fault", "");
    client.control("POST", "/control/down", "{'down':false}");
    client.control("POST", "/control/subject", "{'mode':'honest'}");
    client.control("POST", "/control/clock-skew", "{'seconds':0}");
    client.control("POST", "/control/token-lifetime", "{'seconds':3600}");
    agent = sandbox.agents().get(0).id();
    token = client.token(agent);
  }

  @Test
  void fault_unknownKind_isRefused() throws Exception {
    var answer = client.control("POST", "/control/fault", "{'route':'*','kind':'gremlin'}");
    assertThat(json(answer).get("pointer").getAsString()).isEqualTo("/kind");
  }

  @Test
  void fault_status_hitsSoOftenAndNoMore() throws Exception {
    client.control(
        "POST",
        "/control/fault",
        "{'route':'" + PERMISSIONS + "','kind':'status','status':429,'retryAfter':'5','times':2}");
    assertThat(permissions().headers().firstValue("Retry-After")).contains("5");
    assertThat(permissions().statusCode()).isEqualTo(429);
    assertThat(permissions().statusCode()).isEqualTo(200);
  }

  @Test
  void fault_withoutTimes_staysUntilCleared() throws Exception {
    client.control("POST", "/control/fault", "{'route':'*','kind':'status','status':500}");
    assertThat(permissions().statusCode()).isEqualTo(500);
    assertThat(permissions().statusCode()).isEqualTo(500);
    client.control("DELETE", "/control/fault", "");
    assertThat(permissions().statusCode()).isEqualTo(200);
  }

  @Test
  void fault_malformed_isNotJson() throws Exception {
    client.control("POST", "/control/fault", "{'route':'*','kind':'malformed','times':1}");
    var body = permissions().body();
    assertThatThrownBy(() -> new Gson().fromJson(body, JsonObject.class))
        .isInstanceOf(JsonSyntaxException.class);
  }

  @Test
  void fault_emptyHtmlHuge_areWhatTheySay() throws Exception {
    client.control("POST", "/control/fault", "{'route':'*','kind':'empty','times':1}");
    assertThat(permissions().body()).isEmpty();
    client.control("POST", "/control/fault", "{'route':'*','kind':'html','times':1}");
    assertThat(permissions().headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/html");
    client.control("POST", "/control/fault", "{'route':'*','kind':'huge','times':1}");
    assertThat(permissions().body()).hasSizeGreaterThan(30_000_000);
  }

  @Test
  void fault_reset_breaksTheConnection() throws Exception {
    client.control("POST", "/control/fault", "{'route':'*','kind':'reset'}");
    assertThatThrownBy(this::permissions).isInstanceOf(IOException.class);
  }

  @Test
  void fault_slow_answersInTheEnd() throws Exception {
    client.control("POST", "/control/fault", "{'route':'*','kind':'slow','millis':50,'times':1}");
    assertThat(permissions().statusCode()).isEqualTo(200);
  }

  @Test
  void down_platformCannotBeReachedAndComesBack() throws Exception {
    client.control("POST", "/control/down", "{'seconds':30}");
    assertThatThrownBy(this::permissions).isInstanceOf(IOException.class);
    clock.advance(Duration.ofSeconds(30));
    assertThat(permissions().statusCode()).isEqualTo(200);
  }

  @Test
  void revoke_tokenIsWorthNothing() throws Exception {
    client.control("POST", "/control/revoke", "{'agent':'" + agent + "'}");
    assertThat(permissions().statusCode()).isEqualTo(401);
  }

  @Test
  void tokenLifetime_appliesToNewTokens() throws Exception {
    client.control("POST", "/control/token-lifetime", "{'seconds':60}");
    var answer = client.askToken("grant_type=client_credentials&sub=" + agent);
    assertThat(json(answer).get("expires_in").getAsInt()).isEqualTo(60);
  }

  @Test
  void clockSkew_movesTheDate() throws Exception {
    client.control("POST", "/control/clock-skew", "{'seconds':300}");
    var date = permissions().headers().firstValue("Date").orElseThrow();
    assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
        .isEqualTo(clock.instant().plusSeconds(300));
  }

  @ParameterizedTest
  @CsvSource({"honest,true,true", "omit,false,true", "other,false,false", "ignore,false,false"})
  void subject_mode_isWhatTheAnswerAndTheTokenShow(String mode, boolean said, boolean bound)
      throws Exception {
    client.control("POST", "/control/subject", "{'mode':'" + mode + "'}");
    var answer = json(client.askToken("grant_type=client_credentials&sub=" + agent));
    assertThat(answer.has("sub") && answer.get("sub").getAsString().equals(agent)).isEqualTo(said);
    token = answer.get("access_token").getAsString();
    assertThat(json(permissions()).get("userId").getAsString().equals(agent)).isEqualTo(bound);
  }

  @Test
  void subject_noUser_tokenHasNoUserContext() throws Exception {
    client.control("POST", "/control/subject", "{'mode':'no_user'}");
    var answer = json(client.askToken("grant_type=client_credentials"));
    assertThat(answer.has("sub")).isFalse();
    token = answer.get("access_token").getAsString();
    assertThat(permissions().statusCode()).isEqualTo(400);
    assertThat(json(permissions()).get("message").getAsString())
        .startsWith("This request requires a user context. ");
  }

  @Test
  void session_ofNobody_is404() throws Exception {
    assertThat(client.control("POST", "/control/session", "{'agent':'nobody'}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void session_ended_tokenIsWorthNothing() throws Exception {
    token = client.session(agent);
    client.control("DELETE", "/control/session", "{'agent':'" + agent + "'}");
    assertThat(permissions().statusCode()).isEqualTo(401);
  }

  @Test
  void session_ofAnotherAgent_staysWhenOneEnds() throws Exception {
    var other = client.session(sandbox.agents().get(1).id());
    client.session(agent);
    client.control("DELETE", "/control/session", "{'agent':'" + agent + "'}");
    assertThat(client.get(PERMISSIONS, other).statusCode()).isEqualTo(200);
  }

  @Test
  void session_token_isTheAgentsOwnForAsLongAsTheSession() throws Exception {
    token = client.session(agent);
    clock.advance(Duration.ofDays(1));
    client.control("POST", "/control/revoke", "{'agent':'" + agent + "'}");
    assertThat(json(permissions()).get("userId").getAsString()).isEqualTo(agent);
  }

  @Test
  void queue_removedFromTheAgentAndAddedAgain() throws Exception {
    var queue = sandbox.agents().get(0).queues().get(0);
    client.control("POST", "/control/agents/" + agent + "/queues", "{'remove':'" + queue + "'}");
    assertThat(queues()).doesNotContain(queue);
    client.control("POST", "/control/agents/" + agent + "/queues", "{'add':'" + queue + "'}");
    assertThat(queues()).contains(queue);
  }

  @ParameterizedTest
  @CsvSource({"add, juggle", "remove, never-was"})
  void queue_unknown_isNeitherAddedNorRemoved(String change, String queue) throws Exception {
    var answer =
        client.control(
            "POST", "/control/agents/" + agent + "/queues", "{'" + change + "':'" + queue + "'}");
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"permissions", "queues"})
  void change_neitherAddedNorRemoved_isRefused(String what) throws Exception {
    var answer = client.control("POST", "/control/agents/" + agent + "/" + what, "{}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("pointer").getAsString()).isEqualTo("/add");
  }

  @Test
  void permission_removedFromTheAgentAndAddedAgain() throws Exception {
    var path = "/control/agents/" + agent + "/permissions";
    client.control("POST", path, "{'remove':'analytics:report:view'}");
    assertThat(permissions().body()).doesNotContain("analytics:report:view");
    client.control("POST", path, "{'add':'analytics:report:view'}");
    assertThat(permissions().body()).contains("analytics:report:view");
  }

  @Test
  void widget_neverCreated_cannotBeForgotten() throws Exception {
    assertThat(client.control("DELETE", "/control/widgets/none", "").statusCode()).isEqualTo(404);
  }

  @Test
  void widget_forgotten_is404AndTheOthersStay() throws Exception {
    var forgotten = widget();
    var other = widget();
    assertThat(client.control("DELETE", "/control/widgets/" + forgotten, "").statusCode())
        .isEqualTo(204);
    var answer = client.get(WIDGETS + "/" + forgotten, token);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).get("code").getAsString()).isEqualTo("not.found");
    assertThat(client.get(WIDGETS + "/" + other, token).statusCode()).isEqualTo(200);
    assertThat(client.control("DELETE", "/control/widgets/" + forgotten, "").statusCode())
        .isEqualTo(404);
  }

  @Test
  void widgets_allForgotten_newOnesAreKept() throws Exception {
    var before = List.of(widget(), widget());
    assertThat(client.control("DELETE", "/control/widgets", "").statusCode()).isEqualTo(204);
    for (var id : before) {
      assertThat(client.get(WIDGETS + "/" + id, token).statusCode()).isEqualTo(404);
    }
    assertThat(client.get(WIDGETS + "/" + widget(), token).statusCode()).isEqualTo(200);
  }

  @Test
  void truth_atMidnight_hasABusyFloor() throws Exception {
    var midnight = new MovableClock("2026-11-23T23:59:00Z");
    try (var own = Sandbox.start(SandboxOptions.defaults().clock(midnight))) {
      var truth = json(new SandboxClient(own).control("GET", "/control/truth", ""));
      var kpis = truth.getAsJsonObject("agents").getAsJsonObject(agent).getAsJsonObject("kpis");
      assertThat(kpis.get("handled").getAsInt()).isGreaterThan(10);
      assertThat(truth.getAsJsonObject("queues").size()).isEqualTo(8);
    }
  }

  @Test
  void truth_ofThePast_isThatOfThePast() throws Exception {
    var then = clock.instant();
    var before = json(client.control("GET", "/control/truth?agent=" + agent, ""));
    clock.advance(Duration.ofMinutes(20));
    assertThat(json(client.control("GET", "/control/truth?agent=" + agent + "&at=" + then, "")))
        .isEqualTo(before);
    assertThat(
            client
                .control("GET", "/control/truth?at=" + clock.instant().plusSeconds(1), "")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void ledger_hasTheTokensIdButNeverTheToken() throws Exception {
    var before = lastEntry();
    permissions();
    var ledger = client.control("GET", "/control/ledger", "").body();
    assertThat(ledger)
        .containsPattern("\"t-[0-9]+\"")
        .contains(agent)
        .doesNotContain(token)
        .doesNotContain(sandbox.clientSecret());
    var entries =
        json(client.control("GET", "/control/ledger?since=" + before, ""))
            .getAsJsonArray("entries");
    assertThat(entries).hasSize(1);
    assertThat(entries.get(0).getAsJsonObject().get("route").getAsString()).isEqualTo(PERMISSIONS);
  }

  @Test
  void ledger_saysGrantTypesButNoOtherWordOfAClient() throws Exception {
    var before = lastEntry();
    client.askToken("grant_type=client_credentials&sub=" + agent);
    client.form("/v2/oauth/token", "grant_type", "a-secret-in-the-wrong-place");
    client.form("/v2/oauth/revoke", "token", "x", "token_type_hint", "refresh_token");
    assertThat(entries(before))
        .extracting(entry -> entry.get("grant").getAsString())
        .containsExactly("client_credentials", "", "refresh_token");
  }

  @Test
  void ledger_knowsAQuestionAgain_byNothingThatTellsIt() throws Exception {
    var before = lastEntry();
    for (var body : List.of("{\"a\":1}", "{\"a\":1}", "{\"a\":2}")) {
      client.send("POST", sandbox.api().resolve("/v2/analytics/query"), body);
    }
    var questions = entries(before).stream().map(e -> e.get("question").getAsString()).toList();
    assertThat(questions.get(0)).isNotEmpty().isEqualTo(questions.get(1)).matches("[0-9a-f]+");
    assertThat(questions.get(2)).isNotEqualTo(questions.get(0));
  }

  @Test
  void ledger_requestsOneAfterTheOther_areEachAlone() throws Exception {
    var before = lastEntry();
    permissions();
    permissions();
    assertThat(entries(before))
        .extracting(entry -> entry.get("inFlight").getAsInt())
        .containsExactly(1, 1);
  }

  @Test
  void shell_isAnotherOriginWithAStrictPolicyAndTheSameApi() throws Exception {
    var page = client.send("GET", sandbox.shell().resolve("/app/"), "");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(sandbox.shell()).isNotEqualTo(sandbox.api());
    assertThat(
            client
                .send(
                    "GET",
                    sandbox.shell().resolve(PERMISSIONS),
                    "",
                    "Authorization",
                    "Bearer " + token)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void ledger_sinceIsNoNumber_isRefused() throws Exception {
    var answer = client.control("GET", "/control/ledger?since=abc", "");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("message").getAsString()).isEqualTo("since is a whole number");
  }

  @Test
  void truth_afterTwoDays_isThatOfAFreshDay() throws Exception {
    var patient = new MovableClock("2026-11-23T11:00:00Z");
    try (var own = Sandbox.start(SandboxOptions.defaults().clock(patient))) {
      var theirs = new SandboxClient(own);
      for (var hour = 0; hour < 60; hour += 12) {
        patient.advance(Duration.ofHours(12));
        var truth = json(theirs.control("GET", "/control/truth?agent=" + agent, ""));
        var billing = truth.getAsJsonObject("queues").entrySet().iterator().next().getValue();
        assertThat(billing.getAsJsonObject().getAsJsonObject("kpis").get("offered").getAsInt())
            .isBetween(1, 1_500);
      }
    }
  }

  private static List<JsonObject> entries(long since) throws IOException, InterruptedException {
    var ledger = json(client.control("GET", "/control/ledger?since=" + since, ""));
    return ledger.getAsJsonArray("entries").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static long lastEntry() throws IOException, InterruptedException {
    var entries = json(client.control("GET", "/control/ledger", "")).getAsJsonArray("entries");
    return entries.get(entries.size() - 1).getAsJsonObject().get("n").getAsLong();
  }

  private java.net.http.HttpResponse<String> permissions()
      throws IOException, InterruptedException {
    return client.get(PERMISSIONS, token);
  }

  private String widget() throws IOException, InterruptedException {
    var definition =
        "{'name':'W','dataSource':'queue','metrics':[{'name':'a','type':'count','field':'conversation.id'}]}";
    var answer = client.post(WIDGETS, token, definition.replace('\'', '"'));
    return json(answer).get("widgetId").getAsString();
  }

  private String queues() throws IOException, InterruptedException {
    return client.get("/v2/users/" + agent + "/queues", token).body();
  }
}
