package io.kpiwidget.engine.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.kpiwidget.engine.config.Filter;
import io.kpiwidget.engine.config.KpiName;
import io.kpiwidget.engine.config.Metric;
import io.kpiwidget.engine.config.MetricType;
import io.kpiwidget.engine.config.WidgetDefinition;
import io.kpiwidget.engine.config.WidgetDefinition.DataSource;
import io.kpiwidget.engine.identity.Identity;
import io.kpiwidget.engine.platform.GuideDialect;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Queue;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class QueryPlanTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Set<String> ALL =
      Set.of(
          "analytics:report:view",
          "analytics:queueObservation:view",
          "analytics:conversationAggregate:view",
          "analytics:userAggregate:view");

  /** Guide §2's filter. */
  private static final Filter GUIDE =
      new Filter.All(
          List.of(
              new Filter.Match("queue.id", "in", List.of("{{QUEUE_ID}}")),
              new Filter.Match("user.id", "eq", List.of("{{USER_ID}}")),
              new Filter.TimeRange(
                  "conversation.start_time", "in", List.of("{{START_TIME}}", "{{END_TIME}}"))));

  @Test
  void plan_asksOnceForEachPart() {
    var plan = plan(GUIDE, identity("ann", ALL, "q1", "q2"), everyKpi());

    assertThat(plan.questions())
        .extracting(QueryPlan.Question::part)
        .containsExactly(Part.QUEUES, Part.AGENT, Part.QUEUE_TREND, Part.AGENT_TREND);
  }

  @Test
  void queueQuestion_namesEveryQueueAndNoAgent() {
    var body = body(plan(GUIDE, identity("ann", ALL, "q2", "q1"), everyKpi()), Part.QUEUES);

    assertThat(body)
        .contains("\"field\":\"queue.id\",\"op\":\"in\",\"values\":[\"q1\",\"q2\"]")
        .contains("[\"2026-11-22T23:00:00.000Z\",\"2026-11-23T23:00:00.000Z\"]")
        .contains("\"groupBy\":[\"queue.id\"]")
        .doesNotContain("ann", "user.id", "{{");
  }

  @Test
  void agentQuestion_namesTheAgentAndNoQueue() {
    var body = body(plan(GUIDE, identity("ann", ALL, "q1"), everyKpi()), Part.AGENT);

    assertThat(body)
        .contains("\"field\":\"user.id\",\"op\":\"eq\",\"values\":[\"ann\"]")
        .doesNotContain("queue.id", "groupBy", "{{");
  }

  @Test
  void trends_areCutIntoHalfHours() {
    var plan = plan(GUIDE, identity("ann", ALL, "q1"), everyKpi());

    assertThat(body(plan, Part.AGENT_TREND)).contains("\"granularity\":\"PT30M\"");
    assertThat(body(plan, Part.QUEUE_TREND)).contains("\"granularity\":\"PT30M\"");
  }

  @Test
  void definitionWithoutFilter_asksTheSame() {
    var identity = identity("ann", ALL, "q1");

    var bare = plan(new Filter.All(List.of()), identity, everyKpi());

    assertThat(body(bare, Part.AGENT))
        .isEqualTo(body(plan(GUIDE, identity, everyKpi()), Part.AGENT));
    assertThat(body(bare, Part.QUEUES))
        .isEqualTo(body(plan(GUIDE, identity, everyKpi()), Part.QUEUES));
  }

  @Test
  void sameDay_sameBytes_forAgentsOfTheSameQueues() {
    var bodies = new ArrayList<String>();
    for (int i = 0; i < 100; i++) {
      var plan =
          QueryPlan.of(
              widget(GUIDE, everyKpi()),
              new Access(identity("agent" + i, ALL, "q1", "q2"), Set.of()),
              NOON.plusSeconds(i));
      bodies.add(body(plan, Part.QUEUES));
    }

    assertThat(Set.copyOf(bodies)).hasSize(1);
  }

  @Test
  void hostileIds_stayText() {
    var body =
        body(
            plan(GUIDE, identity("a\"]},{\"", ALL, "\"]}", "{{USER_ID}}"), everyKpi()),
            Part.QUEUES);

    var values =
        JsonParser.parseString(body)
            .getAsJsonObject()
            .getAsJsonObject("filter")
            .getAsJsonArray("clauses")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("values");
    assertThat(values).hasSize(2);
    assertThat(values.get(0).getAsString()).isEqualTo("\"]}");
  }

  @Test
  void unknownPlaceholder_isRefusedBeforeAnythingIsSent() {
    var filter = new Filter.All(List.of(new Filter.Match("skill", "eq", List.of("{{SKILL}}"))));

    assertThatThrownBy(() -> plan(filter, identity("ann", ALL, "q1"), everyKpi()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no value for {{SKILL}}");
  }

  @Test
  void otherClauses_stayInBothQuestions() {
    var filter =
        new Filter.All(List.of(GUIDE, new Filter.Match("media.type", "eq", List.of("voice"))));
    var plan = plan(filter, identity("ann", ALL, "q1"), everyKpi());

    assertThat(body(plan, Part.QUEUES)).contains("media.type").doesNotContain("user.id");
    assertThat(body(plan, Part.AGENT)).contains("media.type").doesNotContain("queue.id");
  }

  @Test
  void missingPermission_leavesItsKpisOut() {
    var some = Set.of("analytics:report:view", "analytics:conversationAggregate:view");
    var plan = plan(GUIDE, identity("ann", some, "q1"), everyKpi());

    assertThat(body(plan, Part.QUEUES)).contains("\"offered\"").doesNotContain("\"waiting\"");
    assertThat(body(plan, Part.AGENT)).contains("\"aht\"").doesNotContain("\"occupancy\"");
  }

  @Test
  void noQueues_asksForTheAgentOnly() {
    assertThat(plan(GUIDE, identity("ann", ALL), everyKpi()).questions())
        .extracting(QueryPlan.Question::part)
        .containsExactly(Part.AGENT, Part.AGENT_TREND);
  }

  @Test
  void resolvedDefinition_isGuideShaped() {
    var resolved = QueryPlan.resolved(widget(GUIDE, everyKpi()), identity("ann", ALL, "q1"), NOON);
    var body = dialect().widget(resolved).content().map(HttpCall.Content::text).orElseThrow();

    assertThat(body).doesNotContain("{{", "\"kpi\"").contains("\"refreshInterval\":30");
  }

  @Test
  void guidesOwnMetrics_areKnownKpis() {
    var widget =
        widget(
            GUIDE,
            List.of(
                new Metric.Raw("Average Handle Time", MetricType.AVG, "conversation.duration"),
                new Metric.Raw("Call Volume", MetricType.COUNT, "conversation.id"),
                new Metric.Raw("Odd", MetricType.SUM, "queue.odd")));

    assertThat(widget.tiles())
        .extracting(tile -> tile.kpi().id())
        .containsExactly("aht", "offered", "Odd");
    assertThat(widget.tiles()).extracting(Tile::title).contains("Average Handle Time");
    assertThat(widget.tiles().get(2).kpi().permission())
        .isEqualTo("analytics:queueObservation:view");
  }

  @Test
  void catalogue_knowsEveryName() {
    for (var name : KpiName.values()) {
      assertThat(KpiCatalogue.get(name).id()).isEqualTo(name.id());
    }
  }

  private static QueryPlan plan(Filter filter, Identity identity, List<Metric> metrics) {
    return QueryPlan.of(widget(filter, metrics), new Access(identity, Set.of()), NOON);
  }

  private static String body(QueryPlan plan, Part part) {
    return plan.questions().stream()
        .filter(question -> question.part() == part)
        .map(question -> dialect().query(question.query()))
        .map(call -> call.content().orElseThrow().text())
        .findFirst()
        .orElseThrow();
  }

  private static GuideDialect dialect() {
    return new GuideDialect(URI.create("http://localhost"));
  }

  private static List<Metric> everyKpi() {
    return Arrays.stream(KpiName.values())
        .<Metric>map(name -> new Metric.Known(name, Optional.empty(), Metric.Limits.NONE))
        .toList();
  }

  private static Widget widget(Filter filter, List<Metric> metrics) {
    return Widget.of(
        new WidgetDefinition(
            "W", "D", DataSource.QUEUE, filter, "table", metrics, true, Duration.ofSeconds(30)));
  }

  private static Identity identity(String id, Set<String> permissions, String... queues) {
    return new Identity(
        id,
        "Ann",
        permissions,
        Arrays.stream(queues).map(q -> new Queue(q, q)).toList(),
        new Identity.Zone(ZoneId.of("Europe/Berlin"), Identity.Zone.Source.PLATFORM));
  }
}
