package io.kpiwidget.engine.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import io.kpiwidget.engine.config.Filter;
import io.kpiwidget.engine.config.KpiName;
import io.kpiwidget.engine.config.Metric;
import io.kpiwidget.engine.config.MetricType;
import io.kpiwidget.engine.config.Placeholder;
import io.kpiwidget.engine.config.WidgetDefinition;
import io.kpiwidget.engine.config.WidgetDefinition.DataSource;
import io.kpiwidget.engine.config.Window;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.identity.Identity;
import io.kpiwidget.engine.identity.Shift;
import io.kpiwidget.engine.platform.GuideDialect;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.PlatformException.Unresolved;
import io.kpiwidget.engine.platform.Queue;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  void plan_asksOnceForEachPart() throws Unresolved {
    var plan = plan(GUIDE, identity("ann", ALL, "q1", "q2"), everyKpi());

    assertThat(plan.questions())
        .extracting(QueryPlan.Question::part)
        .containsExactly(Part.QUEUES, Part.AGENT, Part.QUEUE_TREND, Part.AGENT_TREND);
  }

  @Test
  void queueQuestion_namesEveryQueueAndNoAgent() throws Unresolved {
    var body = body(plan(GUIDE, identity("ann", ALL, "q2", "q1"), everyKpi()), Part.QUEUES);

    assertThat(body)
        .contains("\"field\":\"queue.id\",\"op\":\"in\",\"values\":[\"q1\",\"q2\"]")
        .contains("[\"2026-11-22T23:00:00.000Z\",\"2026-11-23T23:00:00.000Z\"]")
        .contains("\"groupBy\":[\"queue.id\"]")
        .doesNotContain("ann", "user.id", "{{");
  }

  @Test
  void agentQuestion_namesTheAgentAndNoQueue() throws Unresolved {
    var body = body(plan(GUIDE, identity("ann", ALL, "q1"), everyKpi()), Part.AGENT);

    assertThat(body)
        .contains("\"field\":\"user.id\",\"op\":\"eq\",\"values\":[\"ann\"]")
        .doesNotContain("queue.id", "groupBy", "{{");
  }

  @Test
  void trends_areCutIntoHalfHours() throws Unresolved {
    var plan = plan(GUIDE, identity("ann", ALL, "q1"), everyKpi());

    assertThat(body(plan, Part.AGENT_TREND)).contains("\"granularity\":\"PT30M\"");
    assertThat(body(plan, Part.QUEUE_TREND)).contains("\"granularity\":\"PT30M\"");
  }

  @Test
  void definitionWithoutFilter_asksTheSame() throws Unresolved {
    var identity = identity("ann", ALL, "q1");

    var bare = plan(new Filter.All(List.of()), identity, everyKpi());

    assertThat(body(bare, Part.AGENT))
        .isEqualTo(body(plan(GUIDE, identity, everyKpi()), Part.AGENT));
    assertThat(body(bare, Part.QUEUES))
        .isEqualTo(body(plan(GUIDE, identity, everyKpi()), Part.QUEUES));
  }

  @Test
  void thousandAgents_oneDefinition_differOnlyInWhatIsTheirOwn() throws Unresolved {
    var widget = widget(GUIDE, everyKpi());
    var ofQueues = new HashMap<String, Set<String>>();
    var ofAgents = new HashSet<String>();
    for (int i = 0; i < 1000; i++) {
      var id = "agent-%04d".formatted(i);
      String[] queues = i % 3 == 0 ? new String[] {"q2", "q1"} : new String[] {"q" + i % 3};
      var plan = QueryPlan.of(widget, access(identity(id, ALL, queues)), NOON.plusSeconds(i));
      for (var question : plan.questions()) {
        assertThat(body(plan, question.part())).doesNotContain("{{", "}}\"");
      }
      ofQueues
          .computeIfAbsent(String.join(",", new TreeSet<>(Set.of(queues))), k -> new HashSet<>())
          .add(body(plan, Part.QUEUES));
      ofAgents.add(body(plan, Part.AGENT).replace(id, "?"));
    }

    assertThat(ofQueues).hasSize(3);
    assertThat(ofQueues.values()).allSatisfy(bodies -> assertThat(bodies).hasSize(1));
    assertThat(ofAgents).hasSize(1);
  }

  @Test
  void hostileIds_stayText() throws Unresolved {
    var body = body(plan(GUIDE, identity("a\"]},{\"", ALL, "\"]}", "q"), everyKpi()), Part.QUEUES);

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
  void valueThatLooksLikeAPlaceholder_isNeverSent() {
    assertThatThrownBy(() -> plan(GUIDE, identity("ann", ALL, "{{USER_ID}}"), everyKpi()))
        .isInstanceOf(Unresolved.class)
        .hasMessageContaining("{{QUEUE_ID}}");
  }

  @Test
  void whatTheDesktopDoesNotTell_isRefusedBeforeAnythingIsSent() {
    for (var token : List.of("{{SKILL}}", "{{DIVISION_ID}}")) {
      var filter = new Filter.All(List.of(new Filter.Match("x", "eq", List.of(token))));

      assertThatThrownBy(() -> plan(filter, identity("ann", ALL, "q1"), everyKpi()))
          .isInstanceOf(Unresolved.class)
          .hasMessageContaining(token);
    }
  }

  @Test
  void unknownShift_isRefusedBeforeAnythingIsSent() {
    var filter =
        new Filter.All(
            List.of(new Filter.TimeRange("t", "in", List.of("{{SHIFT_START}}", "{{SHIFT_END}}"))));

    assertThatThrownBy(() -> plan(filter, identity("ann", ALL, "q1"), everyKpi()))
        .isInstanceOf(Unresolved.class)
        .hasMessageContaining("{{SHIFT_START}}");
  }

  @Test
  void everyPlaceholder_hasItsValue() throws Unresolved {
    var agent =
        new Agent(
            "ann",
            "Ann",
            List.of(),
            Locale.GERMANY,
            Optional.empty(),
            Optional.of(new Shift(Instant.parse("2026-11-23T07:00:00Z"), NOON.plusSeconds(3600))),
            Optional.of("div-1"),
            List.of("sales", "english"));
    for (var token : Placeholder.tokens()) {
      var filter =
          Placeholder.in(token).orElseThrow() instanceof Placeholder.Moment
              ? new Filter.TimeRange("t", "in", List.of(token, "2027-01-01T00:00:00Z"))
              : new Filter.Match("x", "eq", List.of(token));
      var access = new Access(agent, identity("ann", ALL, "q1", "q2"), Access.Refused.NOTHING);

      var body = body(QueryPlan.of(widget(filter, everyKpi()), access, NOON), Part.AGENT);

      assertThat(body).as(token).doesNotContain("{{").containsAnyOf("\"x\"", "\"t\"");
    }
  }

  @Test
  void placeholderOfSeveralValues_makesOfEqualsOneOf() throws Unresolved {
    var filter =
        new Filter.All(List.of(new Filter.Match("queue.id", "eq", List.of("{{QUEUE_ID}}"))));

    assertThat(body(plan(filter, identity("ann", ALL, "q1", "q2"), everyKpi()), Part.QUEUES))
        .contains("\"op\":\"in\",\"values\":[\"q1\",\"q2\"]");
    assertThat(body(plan(filter, identity("ann", ALL, "q1"), everyKpi()), Part.QUEUES))
        .contains("\"op\":\"eq\",\"values\":[\"q1\"]");
  }

  @Test
  void closedQueue_isDropped_theRestIsAskedFor() throws Unresolved {
    var widget = widget(GUIDE, everyKpi());
    var closed = new Access.Refused(Set.of(), Set.of("q1"), Set.of());
    var agent = identity("ann", ALL, "q1", "q2");

    var some = QueryPlan.of(widget, new Access(agent(agent), agent, closed), NOON);
    assertThat(body(some, Part.QUEUES)).contains("[\"q2\"]").doesNotContain("q1");
  }

  @Test
  void onlyClosedQueues_askForTheAgentOnly() throws Unresolved {
    var filter = new Filter.All(List.of(new Filter.Match("queue.id", "in", List.of("q9"))));
    var closed = new Access.Refused(Set.of(), Set.of("q9"), Set.of());
    var agent = identity("ann", ALL, "q1");
    var access = new Access(agent(agent), agent, closed);

    assertThat(QueryPlan.of(widget(filter, everyKpi()), access, NOON).questions())
        .extracting(QueryPlan.Question::part)
        .containsExactly(Part.AGENT, Part.AGENT_TREND);
    assertThat(QueryPlan.resolved(widget(filter, everyKpi()), access, NOON)).isEmpty();
  }

  @Test
  void unknownFigure_isNotAskedForAgain() throws Unresolved {
    var agent = identity("ann", ALL, "q1");
    var refused = new Access.Refused(Set.of(), Set.of(), Set.of("asa"));
    var plan =
        QueryPlan.of(widget(GUIDE, everyKpi()), new Access(agent(agent), agent, refused), NOON);

    assertThat(body(plan, Part.QUEUES)).contains("\"waiting\"").doesNotContain("\"asa\"");
  }

  @Test
  void widgetOfUsers_doesNotAskForWhatBelongsToQueues() throws Unresolved {
    var ofUsers =
        new WidgetDefinition(
            "W",
            Optional.empty(),
            "D",
            DataSource.USER,
            new Window.Day(),
            GUIDE,
            "table",
            everyKpi(),
            true,
            Duration.ofSeconds(30));
    var widget = Widget.of(ofUsers);

    var plan = QueryPlan.of(widget, access(identity("ann", ALL, "q1")), NOON);

    assertThat(plan.questions())
        .extracting(QueryPlan.Question::part)
        .doesNotContain(Part.QUEUES)
        .contains(Part.AGENT);
  }

  @Test
  void otherClauses_stayInBothQuestions() throws Unresolved {
    var filter =
        new Filter.All(List.of(GUIDE, new Filter.Match("media.type", "eq", List.of("voice"))));
    var plan = plan(filter, identity("ann", ALL, "q1"), everyKpi());

    assertThat(body(plan, Part.QUEUES)).contains("media.type").doesNotContain("user.id");
    assertThat(body(plan, Part.AGENT)).contains("media.type").doesNotContain("queue.id");
  }

  @Test
  void missingPermission_leavesItsKpisOut() throws Unresolved {
    var some = Set.of("analytics:report:view", "analytics:conversationAggregate:view");
    var plan = plan(GUIDE, identity("ann", some, "q1"), everyKpi());

    assertThat(body(plan, Part.QUEUES)).contains("\"offered\"").doesNotContain("\"waiting\"");
    assertThat(body(plan, Part.AGENT)).contains("\"aht\"").doesNotContain("\"occupancy\"");
  }

  @Test
  void noQueues_asksForTheAgentOnly() throws Unresolved {
    assertThat(plan(GUIDE, identity("ann", ALL), everyKpi()).questions())
        .extracting(QueryPlan.Question::part)
        .containsExactly(Part.AGENT, Part.AGENT_TREND);
  }

  @Test
  void resolvedDefinition_isGuideShaped() throws Unresolved {
    var access = access(identity("ann", ALL, "q1"));
    var resolved = QueryPlan.resolved(widget(GUIDE, everyKpi()), access, NOON);
    var body =
        dialect()
            .widget(resolved.orElseThrow())
            .content()
            .map(HttpCall.Content::text)
            .orElseThrow();

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
    assertThat(widget.tiles())
        .extracting(tile -> tile.title(Locale.ENGLISH))
        .contains("Average Handle Time");
    assertThat(widget.tiles().get(2).kpi().permission())
        .isEqualTo("analytics:queueObservation:view");
  }

  private static QueryPlan plan(Filter filter, Identity identity, List<Metric> metrics)
      throws Unresolved {
    return QueryPlan.of(widget(filter, metrics), access(identity), NOON);
  }

  private static Access access(Identity identity) {
    return new Access(agent(identity), identity, Access.Refused.NOTHING);
  }

  private static Agent agent(Identity identity) {
    return new Agent(identity.agentId(), "Ann", List.of(), Locale.ENGLISH, Optional.empty());
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
        .<Metric>map(name -> new Metric.Known(name, Metric.Look.PLAIN))
        .toList();
  }

  private static Widget widget(Filter filter, List<Metric> metrics) {
    return Widget.of(
        new WidgetDefinition(
            "W",
            Optional.empty(),
            "D",
            DataSource.QUEUE,
            new Window.Day(),
            filter,
            "table",
            metrics,
            true,
            Duration.ofSeconds(30)));
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
