package io.kpiwidget.sandbox;

import static io.kpiwidget.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dialect on the wire, failures first. The clock stands still unless a test moves it. */
final class GuideDialectTest {
  private static final String QUERY = "/v2/analytics/query";
  private static final String TODAY =
      "{'type':'timeRange','field':'conversation.start_time','op':'in','values':['2026-11-22T23:00:00Z','2026-11-23T23:00:00Z']}";
  private final MovableClock clock = new MovableClock("2026-11-23T12:00:07.123Z");
  private Sandbox sandbox;
  private SandboxClient client;
  private Sandbox.SampleAgent agent;

  @BeforeEach
  void start() {
    sandbox =
        Sandbox.start(
            SandboxOptions.defaults()
                .clock(clock)
                .seed(7)
                .zone(ZoneId.of("Europe/Berlin"))
                .requestsPerMinute(40));
    client = new SandboxClient(sandbox);
    agent = sandbox.agents().get(0);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type=password&sub=ME, 400, unsupported_grant_type",
    "grant_type=client_credentials, 400, invalid_request",
    "grant_type=client_credentials&sub=nobody, 400, invalid_grant",
    "grant_type=client_credentials&sub=ME&scope=everything, 400, invalid_scope"
  })
  void token_badRequest_isRefusedAsTheRfcSays(String form, int status, String error)
      throws Exception {
    var answer = client.askToken(form.replace("ME", agent.id()));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).get("error").getAsString()).isEqualTo(error);
  }

  @Test
  void token_wrongSecret_isRefused() throws Exception {
    var answer = client.askToken("grant_type=client_credentials&sub=" + agent.id(), "wrong");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  void token_isBoundToTheAgentAndNotStored() throws Exception {
    var answer = client.askToken("grant_type=client_credentials&sub=" + agent.id());
    assertThat(json(answer).get("sub").getAsString()).isEqualTo(agent.id());
    assertThat(json(answer).get("expires_in").getAsInt()).isEqualTo(3600);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @CsvSource({"3599,200", "3600,401"})
  void token_lifetime_endsOnTheSecond(long seconds, int status) throws Exception {
    var token = client.token(agent.id());
    clock.advance(Duration.ofSeconds(seconds));
    assertThat(client.get("/v2/users/me/permissions", token).statusCode()).isEqualTo(status);
  }

  @Test
  void anyCall_withoutAToken_is401() throws Exception {
    assertThat(client.get("/v2/users/me/permissions", "nonsense").body())
        .contains("credentials.expired");
    assertThat(
            client.send("GET", sandbox.api().resolve("/v2/users/me/permissions"), "").statusCode())
        .isEqualTo(401);
  }

  @Test
  void anyCall_withoutTheScope_is403() throws Exception {
    var answer =
        client.askToken("grant_type=client_credentials&scope=user%3Aread&sub=" + agent.id());
    assertThat(askHandleTime(json(answer).get("access_token").getAsString()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void calls_beyondTheLimit_are429UntilTheMinuteIsOver() throws Exception {
    var token = client.token(agent.id());
    for (var i = 0; i < 40; i++) {
      assertThat(client.get("/v2/users/me/permissions", token).statusCode()).isEqualTo(200);
    }
    clock.advance(Duration.ofSeconds(50));
    var refused = client.get("/v2/users/me/permissions", token);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("10");
    clock.advance(Duration.ofSeconds(10));
    assertThat(client.get("/v2/users/me/permissions", token).statusCode()).isEqualTo(200);
  }

  @Test
  void widget_unresolvedPlaceholder_isRefusedWithThePointer() throws Exception {
    var answer =
        client.post("/v2/analytics/widgets", client.token(agent.id()), widget("{{QUEUE_ID}}"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("pointer").getAsString()).isEqualTo("/filter/clauses/0/values/0");
  }

  @Test
  void widget_unknown_is404() throws Exception {
    assertThat(client.get("/v2/analytics/widgets/none", client.token(agent.id())).statusCode())
        .isEqualTo(404);
  }

  @Test
  void widget_created_isFoundAgain() throws Exception {
    var token = client.token(agent.id());
    var created = client.post("/v2/analytics/widgets", token, widget(agent.queues().get(0)));
    assertThat(created.statusCode()).isEqualTo(201);
    var found =
        client.get("/v2/analytics/widgets/" + json(created).get("widgetId").getAsString(), token);
    assertThat(json(found).get("name").getAsString()).isEqualTo("W");
  }

  @Test
  void queues_ofSomeoneElse_are403() throws Exception {
    var other = sandbox.agents().get(1).id();
    assertThat(client.get("/v2/users/" + other + "/queues", client.token(agent.id())).statusCode())
        .isEqualTo(403);
  }

  @Test
  void queues_ofOneself_areNamed() throws Exception {
    var entities =
        json(client.get("/v2/users/" + agent.id() + "/queues", client.token(agent.id())))
            .getAsJsonArray("entities");
    assertThat(entities).hasSameSizeAs(agent.queues());
    assertThat(entities.get(0).getAsJsonObject().get("name").getAsString()).isNotBlank();
  }

  @Test
  void timezones_sayTheAgentsOwn() throws Exception {
    var answer = json(client.get("/v2/analytics/timezones", client.token(agent.id())));
    assertThat(answer.get("timeZone").getAsString()).isEqualTo("Europe/Berlin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'metrics':[]} | /metrics",
        "{'metrics':[{'name':'a','type':'avg','field':'x'}]} | /metrics/0/field",
        "{'metrics':[{'name':'a','type':'sum','field':'conversation.id'}]} | /metrics/0/type",
        "{'filter':{'type':'not'},'metrics':[]} | /filter/type",
        "{'filter':{'type':'and','clauses':[{'type':'filter','field':'queue','op':'in','values':[]}]},'metrics':[]} | /filter/clauses/0/field",
        "{'filter':{'type':'timeRange','field':'conversation.start_time','op':'in','values':['yesterday','2026-11-23T00:00:00Z']}} | /filter/values/0",
        "{'granularity':'PT1S','metrics':[{'name':'a','type':'count','field':'conversation.id'}]} | /granularity",
        "[] | ''"
      })
  void query_malformed_isRefusedWithThePointer(String body, String pointer) throws Exception {
    var answer = client.post(QUERY, client.token(agent.id()), body.replace('\'', '"'));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("pointer").getAsString()).isEqualTo(pointer);
  }

  @Test
  void query_aboutAnotherAgent_is403() throws Exception {
    var answer =
        client.post(
            QUERY,
            client.token(agent.id()),
            query(sandbox.agents().get(1).id(), "avg", "conversation.duration"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("missing.permission");
  }

  @Test
  void query_withdrawnPermission_is403NamingIt() throws Exception {
    client.control(
        "POST",
        "/control/agents/" + agent.id() + "/permissions",
        "{'remove':'analytics:userAggregate:view'}");
    var answer =
        client.post(QUERY, client.token(agent.id()), query(agent.id(), "ratio", "agent.occupancy"));
    assertThat(json(answer).get("permission").getAsString())
        .isEqualTo("analytics:userAggregate:view");
    assertThat(askHandleTime(client.token(agent.id())).statusCode()).isEqualTo(200);
  }

  @Test
  void query_foreignQueue_givesNoRows() throws Exception {
    var foreign =
        sandbox.agents().stream()
            .flatMap(one -> one.queues().stream())
            .filter(id -> !agent.queues().contains(id))
            .findFirst()
            .orElseThrow();
    var body =
        "{'filter':{'type':'filter','field':'queue.id','op':'eq','values':['"
            + foreign
            + "']},'metrics':[{'name':'a','type':'count','field':'conversation.id'}]}";
    assertThat(client.post(QUERY, client.token(agent.id()), body.replace('\'', '"')).body())
        .isEqualTo("{\"results\":[]}");
  }

  @Test
  void query_offeredOfAnAgent_isAbsent() throws Exception {
    var answer =
        client.post(QUERY, client.token(agent.id()), query(agent.id(), "count", "conversation.id"));
    assertThat(answer.body()).contains("\"metrics\":{}");
  }

  @Test
  void query_sameState_is304WithTheSameTag() throws Exception {
    var token = client.token(agent.id());
    var first = askHandleTime(token);
    var tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).startsWith("\"").endsWith("\"");
    assertThat(first.headers().firstValue("Cache-Control")).contains("private, max-age=5");
    var again =
        client.post(
            QUERY, token, query(agent.id(), "avg", "conversation.duration"), "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    clock.advance(Duration.ofMinutes(30));
    assertThat(
            client
                .post(
                    QUERY,
                    token,
                    query(agent.id(), "avg", "conversation.duration"),
                    "If-None-Match",
                    tag)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void query_inQuarters_addsUpToTheWhole() throws Exception {
    var token = client.token(agent.id());
    var metric = "'metrics':[{'name':'a','type':'count','field':'conversation.id'}]";
    var whole =
        json(
            client.post(
                QUERY, token, ("{'filter':" + TODAY + "," + metric + "}").replace('\'', '"')));
    var quarters =
        json(
            client.post(
                QUERY,
                token,
                ("{'filter':"
                        + TODAY
                        + ",'groupBy':['queue.id'],'granularity':'PT15M',"
                        + metric
                        + "}")
                    .replace('\'', '"')));
    var sum = 0;
    for (var result : quarters.getAsJsonArray("results")) {
      sum +=
          result
              .getAsJsonObject()
              .getAsJsonObject("metrics")
              .getAsJsonObject("a")
              .get("count")
              .getAsInt();
    }
    assertThat(sum)
        .isEqualTo(
            whole
                .getAsJsonArray("results")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("metrics")
                .getAsJsonObject("a")
                .get("count")
                .getAsInt());
    assertThat(quarters.getAsJsonArray("results")).hasSize(agent.queues().size() * 53);
  }

  @Test
  void query_everyKpi_agreesWithTheTruth() throws Exception {
    for (var minutes = 0; minutes < 3; minutes++) {
      clock.advance(Duration.ofSeconds(617));
      for (var who : sandbox.agents().subList(0, 5)) {
        compare(who);
      }
    }
  }

  private void compare(Sandbox.SampleAgent who) throws Exception {
    var truth =
        json(client.control("GET", "/control/truth?agent=" + who.id(), ""))
            .getAsJsonObject("agents")
            .getAsJsonObject(who.id());
    var token = client.token(who.id());
    var own =
        "{'type':'and','clauses':[{'type':'filter','field':'user.id','op':'eq','values':['"
            + who.id()
            + "']},"
            + TODAY
            + "]}";
    same(truth.getAsJsonObject("kpis"), ask(token, own, Kpis.AGENT), Kpis.AGENT);
    same(truth.getAsJsonObject("mine"), ask(token, TODAY, Kpis.QUEUE), Kpis.QUEUE);
  }

  private JsonObject ask(String token, String filter, Map<String, String> kpis) throws Exception {
    var answer =
        json(
            client.post(
                QUERY,
                token,
                ("{'filter':" + filter + ",'metrics':" + Kpis.metrics(kpis) + "}")
                    .replace('\'', '"')));
    return answer.getAsJsonArray("results").get(0).getAsJsonObject().getAsJsonObject("metrics");
  }

  private void same(JsonObject truth, JsonObject answer, Map<String, String> kpis) {
    for (var kpi : kpis.keySet()) {
      var value = Kpis.value(answer.getAsJsonObject(kpi), clock.instant());
      if (truth.get(kpi).isJsonNull()) {
        assertThat(value).as(kpi).isNaN();
      } else {
        assertThat(value).as(kpi).isCloseTo(truth.get(kpi).getAsDouble(), within(1e-6));
      }
    }
  }

  private HttpResponse<String> askHandleTime(String token) throws Exception {
    return client.post(QUERY, token, query(agent.id(), "avg", "conversation.duration"));
  }

  private static String query(String agent, String type, String field) {
    return ("{'filter':{'type':'and','clauses':[{'type':'filter','field':'user.id','op':'eq','values':['"
            + agent
            + "']},"
            + TODAY
            + "]},'metrics':[{'name':'a','type':'"
            + type
            + "','field':'"
            + field
            + "'}]}")
        .replace('\'', '"');
  }

  private static String widget(String queue) {
    return ("{'name':'W','dataSource':'queue','filter':{'type':'and','clauses':[{'type':'filter','field':'queue.id','op':'in','values':['"
            + queue
            + "']}]},'metrics':[{'name':'a','type':'count','field':'conversation.id'}]}")
        .replace('\'', '"');
  }
}
