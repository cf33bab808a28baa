package io.kpiwidget.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kpiwidget.engine.feed.FeedState.Age;
import io.kpiwidget.engine.feed.KpiSnapshot.Kpi;
import io.kpiwidget.engine.feed.Trouble;
import io.kpiwidget.engine.widget.KpiStatus;
import io.kpiwidget.engine.widget.KpiUnit;
import io.kpiwidget.engine.widget.KpiValue;
import io.kpiwidget.panel.state.AgentState;
import io.kpiwidget.panel.state.PanelState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PageEventsTest {

  private static final AgentState ON_A_CALL =
      new AgentState("On a call", Optional.of(Samples.AS_OF));

  private final List<String> pushed = new ArrayList<>();
  private final PageEvents events =
      new PageEvents(
          Clock.fixed(Samples.AS_OF.plusSeconds(5), ZoneOffset.UTC),
          (type, json) -> pushed.add(json.get()));

  @BeforeEach
  void english() {
    events.language(Locale.UK);
  }

  @Test
  void kpis_areASnapshot() {
    Samples.live().showOn(events);
    var json = last();
    assertThat(json.get("type").getAsString()).isEqualTo("snapshot");
    assertThat(json.get("version").getAsInt()).isEqualTo(7);
    assertThat(json.get("locale").getAsString()).isEqualTo("en-GB");
    assertThat(json.get("timeZone").getAsString()).isEqualTo("Europe/Berlin");
    assertThat(json.get("rtl").getAsBoolean()).isFalse();
    assertThat(json.get("now").getAsLong()).isEqualTo(Samples.AS_OF.plusSeconds(5).toEpochMilli());
    assertThat(json.get("age").getAsString()).isEqualTo("fresh");
    assertThat(json.getAsJsonObject("state").get("kind").getAsString()).isEqualTo("live");
    assertThat(json.getAsJsonArray("queues")).hasSize(4);
  }

  @Test
  void everything_isAsPublished() throws IOException {
    var port = new PublishedPort();
    var trouble = new Trouble(Trouble.Code.UNREACHABLE, "No answer.", "Wait.", Optional.empty());
    Samples.live().showOn(events);
    kpi_withoutNumber_saysWhy(); // a snapshot with a figure of each kind
    new PanelState.SignedOut().showOn(events);
    new PanelState.Starting("").showOn(events);
    new PanelState.Failed(trouble).showOn(events);
    events.theme(OnEdt.get(() -> new FakeContext(Path.of("")).theme()));
    events.agent(ON_A_CALL);
    assertThat(pushed).hasSize(7).allMatch(json -> port.takes(JsonParser.parseString(json)));
    var wrong = last();
    wrong.getAsJsonObject("agent").addProperty("since", "12:00");
    assertThat(port.takes(wrong)).isFalse();
  }

  @Test
  void unchangedFigures_areNoMessage_whenConfirmed() {
    var shown = Samples.live();
    shown.showOn(events);
    new PanelState.Kpis(
            shown.snapshot(), shown.age(), shown.trouble(), shown.received().plusSeconds(30))
        .showOn(events);
    assertThat(pushed).hasSize(1);

    new PanelState.Kpis(shown.snapshot(), Age.STALE, shown.trouble(), shown.received())
        .showOn(events);
    assertThat(pushed).hasSize(2);
  }

  @Test
  void agentState_goesWithWhatIsShown() {
    Samples.live().showOn(events);
    var before = last();
    events.agent(ON_A_CALL);

    assertThat(pushed).hasSize(2);
    var after = last();
    assertThat(after.remove("agent"))
        .hasToString(
            "{\"state\":\"On a call\",\"since\":%d}".formatted(Samples.AS_OF.toEpochMilli()));
    before.remove("agent");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void agentState_withoutFigures_isToldToo() {
    events.agent(ON_A_CALL);
    assertThat(pushed).isEmpty();
    new PanelState.Starting("").showOn(events);
    assertThat(agent()).contains("On a call");
  }

  @Test
  void agentState_unchanged_isNoMessage() {
    Samples.live().showOn(events);
    events.agent(ON_A_CALL);
    events.agent(new AgentState("On a call", ON_A_CALL.since()));
    assertThat(pushed).hasSize(2);
  }

  @Test
  void agentState_doesNotHoldBackTheNextFigures() {
    Samples.live().showOn(events);
    events.agent(ON_A_CALL);
    Samples.live(Samples.snapshot(8, Locale.UK, Samples.kpis())).showOn(events);
    assertThat(last().get("version").getAsInt()).isEqualTo(8);
    assertThat(agent()).contains("On a call");
  }

  @Test
  void agentState_withoutATime_hasNone() {
    new PanelState.Starting("").showOn(events);
    events.agent(new AgentState("Away", Optional.empty()));
    assertThat(agent()).isEqualTo("{\"state\":\"Away\"}");
    events.agent(AgentState.NONE);
    assertThat(agent()).isEqualTo("{\"state\":\"\"}");
  }

  private String agent() {
    return last().get("agent").toString();
  }

  @Test
  void sameFiguresAfterSignOut_areToldAgain() {
    Samples.live().showOn(events);
    new PanelState.SignedOut().showOn(events);
    Samples.live().showOn(events);
    assertThat(pushed).hasSize(3);
  }

  @Test
  void kpi_hasItsFigureStatusTargetAndDelta() {
    Samples.live().showOn(events);
    var kpi = kpi(0);
    kpi.remove("history");
    assertThat(kpi)
        .hasToString(
            "{\"id\":\"waiting\",\"title\":\"Waiting now\",\"unit\":\"count\","
                + "\"status\":\"nearLimit\",\"value\":6,"
                + "\"target\":5,\"delta\":2}");
  }

  @Test
  void kpi_withoutTarget_leavesItOut() {
    Samples.live().showOn(events);
    assertThat(kpi(4).has("target")).isFalse();
  }

  @Test
  void kpi_withoutNumber_saysWhy() {
    var kpis =
        List.of(
            Samples.kpi("a", "A", KpiUnit.COUNT, new KpiValue.NoData()),
            Samples.kpi("b", "B", KpiUnit.COUNT, new KpiValue.NotPermitted("p:q")),
            Samples.kpi("c", "C", KpiUnit.COUNT, new KpiValue.NotApplicable()),
            Samples.kpi("d", "D", KpiUnit.COUNT, new KpiValue.Failed("Refused.")),
            Samples.kpi("e", "E", KpiUnit.COUNT, new KpiValue.Number(Double.NaN)));
    Samples.live(Samples.snapshot(8, Locale.UK, kpis)).showOn(events);
    assertThat(last().getAsJsonArray("kpis"))
        .extracting(e -> words(e.getAsJsonObject()))
        .containsExactly(
            "\u2013 No data yet",
            "\u00d7 Needs p:\u200bq. Ask your administrator.",
            "n/a Does not apply to you",
            "! Refused.",
            "\u2013 No data yet");
    assertThat(last().getAsJsonArray("kpis")).noneMatch(e -> e.getAsJsonObject().has("value"));
  }

  private static String words(JsonObject figure) {
    return figure.get("mark").getAsString() + " " + figure.get("reason").getAsString();
  }

  @Test
  void kpi_notPermitted_namesWhomToAsk() {
    var lacking = new KpiValue.NotPermitted("p:q", Optional.of("the help desk"));
    show(Samples.kpi("b", "B", KpiUnit.COUNT, lacking));
    assertThat(kpi(0).get("reason").getAsString()).endsWith("Ask the help desk.");
  }

  @Test
  void kpi_changeThatRoundsToNothing_isLeftOut() {
    show(Samples.kpi("a", "A", KpiUnit.RATIO, 0.8, KpiStatus.NEUTRAL, -1, 0.0001));
    assertThat(kpi(0).has("delta")).isFalse();
  }

  @Test
  void expired_takesStatusAndChangeBack() {
    new PanelState.Kpis(Samples.snapshot(), Age.EXPIRED, Optional.empty(), Samples.AS_OF)
        .showOn(events);
    assertThat(last().getAsJsonArray("kpis")).noneMatch(e -> e.getAsJsonObject().has("delta"));
    assertThat(last().toString())
        .contains("\"status\":\"neutral\"")
        .doesNotContain("\"status\":\"breached\"", "onTarget", "nearLimit");
  }

  @Test
  void queues_areWorstFirst() {
    Samples.live().showOn(events);
    assertThat(last().getAsJsonArray("queues"))
        .extracting(e -> e.getAsJsonObject().get("title").getAsString())
        .containsExactly("Billing", "Support EN", "Sales", "Support DE");
  }

  @Test
  void trend_hasTimesAndBothLines() {
    Samples.live().showOn(events);
    var trend = last().getAsJsonArray("trends").get(0).getAsJsonObject();
    assertThat(trend.getAsJsonArray("times").get(0).getAsLong())
        .isEqualTo(Instant.parse("2026-11-23T08:00:00Z").toEpochMilli());
    assertThat(trend.getAsJsonArray("own")).hasSameSizeAs(trend.getAsJsonArray("queue"));
  }

  @Test
  void kpi_label_travelsWhereItSaysSomething() {
    show(Samples.large("l", "How it is made."), Samples.kpis().get(0));
    assertThat(kpi(0).get("about").getAsString()).isEqualTo("How it is made.");
    assertThat(kpi(0).get("large").getAsBoolean()).isTrue();
    assertThat(kpi(1).has("about")).isFalse();
    assertThat(kpi(1).has("large")).isFalse();
  }

  @Test
  void notices_haveSentenceAndNextStep() {
    Samples.live(Samples.withNotices(Samples.CLOSED)).showOn(events);
    assertThat(last().getAsJsonArray("notices"))
        .hasToString(
            "[{\"id\":\"%x\",\"title\":\"Billing was closed; its figures are gone.\",\"about\":\"Nothing to do.\"}]"
                .formatted(Samples.CLOSED.hashCode()));
  }

  private void show(Kpi... kpis) {
    Samples.live(Samples.snapshot(8, Locale.UK, List.of(kpis))).showOn(events);
  }

  @Test
  void trouble_besideFigures_isInTheState() {
    new PanelState.Kpis(
            Samples.snapshot(), Age.STALE, Optional.of(Samples.unreachable()), Samples.AS_OF)
        .showOn(events);
    assertThat(last().get("age").getAsString()).isEqualTo("stale");
    assertThat(state("kind")).isEqualTo("offline");
    assertThat(state("sentence")).isEqualTo("The platform cannot be reached.");
  }

  @Test
  void someFiguresFailed_isPartial() {
    show(
        Samples.kpi("a", "A", KpiUnit.COUNT, new KpiValue.Number(1)),
        Samples.kpi("b", "B", KpiUnit.COUNT, new KpiValue.Failed("Refused.")));
    assertThat(state("kind")).isEqualTo("partial");
    assertThat(state("sentence")).startsWith("Some figures are not available");
  }

  @Test
  void noFigures_isSaid() {
    show();
    assertThat(state("kind")).isEqualTo("live");
    assertThat(state("sentence")).isEqualTo("This widget has no figures.");
  }

  @Test
  void statesWithoutFigures_carryNone() {
    var states =
        List.of(
            new PanelState.SignedOut(),
            new PanelState.Starting(""),
            new PanelState.Failed(Samples.unreachable()),
            Samples.misconfigured(Path.of("f"), 1));
    states.forEach(s -> s.showOn(events));
    assertThat(pushed)
        .extracting(PageEventsTest::kind)
        .containsExactly("signedOut", "starting", "failed", "failed");
    assertThat(pushed).allMatch(json -> json.contains("\"kpis\":[],\"queues\":[],\"trends\":[]"));
  }

  @Test
  void misconfigured_keepsThePathOutOfThePage() {
    Samples.misconfigured(Path.of("/home/ann/f.json"), 2).showOn(events);
    assertThat(pushed.get(0)).doesNotContain("/home/ann").contains("Mend 1.");
  }

  @Test
  void theme_isPlainColours() {
    events.theme(OnEdt.get(() -> new FakeContext(Path.of("")).theme()));
    assertThat(last().get("scheme").getAsString()).isIn("light", "dark");
    assertThat(last().get("size").getAsString()).matches("[1-3]?\\dpx");
    assertThat(last().get("font").getAsString()).matches("\"[\\w .-]+\"");
    assertThat(List.of("page", "card", "ink", "accent", "card-bad"))
        .allMatch(name -> last().get(name).getAsString().matches("#[0-9a-f]{6}"));
  }

  @Test
  void platformAddress_encodesTheId_andTellsTheManner() {
    assertThat(
            PlatformAddress.of(
                "https://shell.example", "w/1#x", new PlatformAddress.Manner(false, true)))
        .isEqualTo(
            "https://shell.example/app/#/analytics/widget/w%2F1%23x?auto_refresh=false&theme=dark");
  }

  private String state(String key) {
    return last().getAsJsonObject("state").get(key).getAsString();
  }

  private JsonObject kpi(int i) {
    return last().getAsJsonArray("kpis").get(i).getAsJsonObject();
  }

  private JsonObject last() {
    return JsonParser.parseString(pushed.get(pushed.size() - 1)).getAsJsonObject();
  }

  private static String kind(String json) {
    return JsonParser.parseString(json)
        .getAsJsonObject()
        .getAsJsonObject("state")
        .get("kind")
        .getAsString();
  }
}
