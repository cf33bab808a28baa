package io.kpiwidget.sandbox;

import static io.kpiwidget.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A queue that is gone for good, refusals first. The clock stands still unless a test moves it. */
final class DecommissionTest {
  private static final String QUERY = "/v2/analytics/query";
  private static final String WIDGETS = "/v2/analytics/widgets";
  private final MovableClock clock = new MovableClock("2026-11-23T12:00:00Z");
  private Sandbox sandbox;
  private SandboxClient client;
  private Sandbox.SampleAgent agent;
  private String token;
  private String kept;
  private String gone;

  @BeforeEach
  void start() throws Exception {
    sandbox = Sandbox.start(SandboxOptions.defaults().clock(clock));
    client = new SandboxClient(sandbox);
    agent = sandbox.agents().get(0);
    token = client.token(agent.id());
    kept = agent.queues().get(0);
    gone = agent.queues().get(1);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void decommission_unknownQueue_is404() throws Exception {
    assertThat(decommission("never-was").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {QUERY, WIDGETS})
  void named_afterwards_isRefusedWithThePointerToTheValue(String path) throws Exception {
    decommission(gone);
    var answer = client.post(path, token, body("queue.id", "in", kept, gone));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).get("code").getAsString()).isEqualTo("queue.not.found");
    assertThat(json(answer).get("pointer").getAsString()).isEqualTo("/filter/clauses/0/values/1");
    assertThat(json(answer).get("status").getAsInt()).isEqualTo(404);
    assertThat(json(answer).get("message").getAsString()).isNotBlank();
  }

  @Test
  void named_aloneByEq_isRefused() throws Exception {
    decommission(gone);
    var answer = client.post(QUERY, token, body("queue.id", "eq", gone));
    assertThat(json(answer).get("pointer").getAsString()).isEqualTo("/filter/clauses/0/values/0");
  }

  @Test
  void named_byOneWhoMayNotSeeReports_is403AndTellsNothing() throws Exception {
    decommission(gone);
    client.control(
        "POST",
        "/control/agents/" + agent.id() + "/permissions",
        "{'remove':'analytics:report:view'}");
    var answer = client.post(QUERY, token, body("queue.id", "eq", gone));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("queue");
  }

  @Test
  void named_notServedOrNeverThere_isLeftOutAndNothingIsTold() throws Exception {
    var foreign =
        sandbox.agents().get(1).queues().stream()
            .filter(queue -> !agent.queues().contains(queue))
            .findFirst()
            .orElseThrow();
    for (var queue : List.of(foreign, "never-was")) {
      assertThat(groups(client.post(QUERY, token, body("queue.id", "in", kept, queue))))
          .containsExactly(kept);
    }
  }

  @Test
  void named_whileTheQueueLives_isAnswered() throws Exception {
    assertThat(groups(client.post(QUERY, token, body("queue.id", "in", kept, gone))))
        .containsExactlyInAnyOrder(kept, gone);
    assertThat(client.post(WIDGETS, token, body("queue.id", "in", kept, gone)).statusCode())
        .isEqualTo(201);
  }

  @Test
  void division_afterwards_hasItsOtherQueues() throws Exception {
    decommission(gone);
    var division = body("queue.division", "eq", "div-service");
    assertThat(groups(client.post(QUERY, token, division))).containsExactly(kept);
  }

  @Test
  void widget_createdBefore_isStillFoundAsItWas() throws Exception {
    var id =
        json(client.post(WIDGETS, token, body("queue.id", "in", kept, gone)))
            .get("widgetId")
            .getAsString();
    decommission(gone);
    assertThat(client.get(WIDGETS + "/" + id, token).body()).contains(gone);
  }

  @Test
  void queuesOfTheAgent_loseItAndKeepTheOthers() throws Exception {
    decommission(gone);
    var answer = client.get("/v2/users/" + agent.id() + "/queues", token);
    assertThat(json(answer).getAsJsonArray("entities").asList())
        .extracting(queue -> queue.getAsJsonObject().get("id").getAsString())
        .containsExactly(kept);
  }

  @Test
  void truth_losesItAndLeavesTheOthersUntouched() throws Exception {
    var expected = truth().getAsJsonObject("queues").deepCopy();
    expected.remove(gone);
    decommission(gone);
    assertThat(truth().getAsJsonObject("queues")).isEqualTo(expected);
    assertThat(mine(truth()).toString()).doesNotContain(gone).contains(kept);
  }

  @Test
  void openFigures_afterwards_areThoseOfTheOtherQueues() throws Exception {
    decommission(gone);
    clock.advance(Duration.ofMinutes(5));
    var truth = truth();
    var whole = mine(truth).getAsJsonObject("mine");
    var rest =
        truth.getAsJsonObject("queues").getAsJsonObject(kept).getAsJsonObject("kpis").deepCopy();
    for (var kpi : List.of("waiting", "longestWait", "agentsOnQueue", "agentsIdle")) {
      assertThat(whole.get(kpi)).as(kpi).isEqualTo(rest.get(kpi));
    }
  }

  private HttpResponse<String> decommission(String queue) throws Exception {
    return client.control("POST", "/control/queues/" + queue + "/decommission", "{}");
  }

  private JsonObject truth() throws Exception {
    return json(client.control("GET", "/control/truth", ""));
  }

  private JsonObject mine(JsonObject truth) {
    return truth.getAsJsonObject("agents").getAsJsonObject(agent.id());
  }

  private static List<String> groups(HttpResponse<String> answer) {
    return json(answer).getAsJsonArray("results").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(row -> row.getAsJsonObject("group").get("queue.id").getAsString())
        .toList();
  }

  /** A query by queue, and a widget's definition as well. */
  private static String body(String field, String op, String... values) {
    var filter =
        "{'type':'and','clauses':[{'type':'filter','field':'%s','op':'%s','values':['%s']}]}"
            .formatted(field, op, String.join("','", values));
    var metrics = "[{'name':'a','type':'count','field':'conversation.id'}]";
    return "{'name':'W','dataSource':'queue','filter':%s,'groupBy':['queue.id'],'metrics':%s}"
        .formatted(filter, metrics)
        .replace('\'', '"');
  }
}
