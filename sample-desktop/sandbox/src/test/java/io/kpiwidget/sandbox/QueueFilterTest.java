package io.kpiwidget.sandbox;

import static io.kpiwidget.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which queues a filter keeps, refusals first. The agent serves Billing, Support DE, Sales and
 * Deliveries.
 */
final class QueueFilterTest {
  private static final String QUERY = "/v2/analytics/query";
  private static Sandbox sandbox;
  private static SandboxClient client;
  private static String token;
  private static Map<String, String> names;

  @BeforeAll
  static void start() throws Exception {
    var clock = new MovableClock("2026-11-23T12:00:00Z");
    sandbox = Sandbox.start(SandboxOptions.defaults().clock(clock));
    client = new SandboxClient(sandbox);
    var agent = sandbox.agents().get(2).id();
    token = client.token(agent);
    names =
        list(client.get("/v2/users/" + agent + "/queues", token), "entities").stream()
            .collect(
                Collectors.toMap(
                    queue -> queue.get("id").getAsString(),
                    queue -> queue.get("name").getAsString()));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"queue.id", "queue.division", "queue.skill", "queue.language", "user.id"})
  void in_withoutValues_isRefusedAndNeverMeansAll(String field) throws Exception {
    var answer = ask(and("{'type':'filter','field':'" + field + "','op':'in','values':[]}"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("pointer").getAsString()).isEqualTo("/filter/clauses/0/values");
  }

  @Test
  void eq_twoValues_isRefused() throws Exception {
    var answer = ask(clause("queue.division", "eq", "div-sales div-service"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("pointer").getAsString()).isEqualTo("/filter/values");
  }

  @ParameterizedTest
  @ValueSource(strings = {"queue.colour", "queue", "queue.ID", "division"})
  void field_unknown_isRefused(String field) throws Exception {
    var answer = ask(and(clause(field, "in", "x")));
    assertThat(json(answer).get("code").getAsString()).isEqualTo("unknown.field");
    assertThat(json(answer).get("pointer").getAsString()).isEqualTo("/filter/clauses/0/field");
  }

  @ParameterizedTest
  @CsvSource({
    "queue.division, eq, div-service, Billing;Support DE",
    "queue.division, in, div-sales div-logistics, Sales;Deliveries",
    "queue.skill, eq, billing, Billing",
    "queue.skill, in, sales billing, Billing;Sales",
    "queue.language, eq, de, Support DE",
    "queue.language, in, de en, Billing;Support DE;Sales;Deliveries",
    "queue.language, in, de xx, Support DE"
  })
  void clause_keepsTheQueuesWithOneOfTheValues(String field, String op, String values, String kept)
      throws Exception {
    assertThat(kept(clause(field, op, values))).containsExactlyInAnyOrder(kept.split(";"));
  }

  @ParameterizedTest
  @CsvSource({"queue.division, div-nowhere", "queue.skill, juggling", "queue.language, es"})
  void clause_onlyValuesOfNoQueueOfTheAgent_keepsNone(String field, String value) throws Exception {
    assertThat(kept(clause(field, "in", value))).isEmpty();
  }

  @Test
  void and_keepsWhatBothClausesKeep() throws Exception {
    var both =
        and(clause("queue.division", "eq", "div-service"), clause("queue.language", "eq", "de"));
    assertThat(kept(both)).containsExactly("Support DE");
  }

  @Test
  void and_clausesThatExcludeEachOther_keepsNone() throws Exception {
    var both = and(clause("queue.skill", "eq", "sales"), clause("queue.language", "eq", "de"));
    assertThat(kept(both)).isEmpty();
  }

  @Test
  void or_keepsWhatEitherClauseKeeps() throws Exception {
    var either =
        and(clause("queue.skill", "eq", "sales"), clause("queue.language", "eq", "de"))
            .replace("'and'", "'or'");
    assertThat(kept(either)).containsExactlyInAnyOrder("Sales", "Support DE");
  }

  @Test
  void division_figures_areThoseOfItsQueues() throws Exception {
    var ofQueues = numbers(ask(clause("queue.division", "eq", "div-service"), "queue.id"));
    var whole = numbers(ask(clause("queue.division", "eq", "div-service")));
    assertThat(whole).hasSize(1);
    assertThat(whole.get(0))
        .isPositive()
        .isEqualTo(ofQueues.stream().mapToInt(Integer::intValue).sum());
  }

  private static List<String> kept(String filter) throws Exception {
    return list(ask(filter, "queue.id"), "results").stream()
        .map(row -> names.get(row.getAsJsonObject("group").get("queue.id").getAsString()))
        .toList();
  }

  private static List<Integer> numbers(HttpResponse<String> answer) {
    return list(answer, "results").stream()
        .map(row -> row.getAsJsonObject("metrics").getAsJsonObject("a").get("count").getAsInt())
        .toList();
  }

  private static HttpResponse<String> ask(String filter, String... groupBy) throws Exception {
    var groups = groupBy.length == 0 ? "" : "'groupBy':['" + String.join("','", groupBy) + "'],";
    var metric = "'metrics':[{'name':'a','type':'count','field':'conversation.id'}]";
    var body = "{'filter':" + filter + "," + groups + metric + "}";
    return client.post(QUERY, token, body.replace('\'', '"'));
  }

  private static List<JsonObject> list(HttpResponse<String> answer, String name) {
    return json(answer).getAsJsonArray(name).asList().stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static String and(String... clauses) {
    return "{'type':'and','clauses':[" + String.join(",", clauses) + "]}";
  }

  private static String clause(String field, String op, String values) {
    return "{'type':'filter','field':'%s','op':'%s','values':['%s']}"
        .formatted(field, op, values.replace(" ", "','"));
  }
}
