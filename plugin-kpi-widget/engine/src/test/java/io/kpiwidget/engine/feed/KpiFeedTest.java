package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.feed.FeedState.Age;
import io.kpiwidget.engine.feed.Trouble.Code;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.widget.KpiValue;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The road from the desktop's "this agent, visible" to figures. */
final class KpiFeedTest {

  @Test
  void agent_visible_getsFigures() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      var live = desk.live();

      assertThat(live.age()).isEqualTo(Age.FRESH);
      assertThat(live.trouble()).isEmpty();
      assertThat(live.snapshot().agentName()).isEqualTo("Name of ann");
      assertThat(live.snapshot().zone()).hasToString("Europe/Berlin");
      assertThat(desk.kpi("waiting").value()).isEqualTo(new KpiValue.Number(7));
      assertThat(live.snapshot().queues()).extracting("name").contains("Queue q1", "Queue q2");
      assertThat(live.snapshot().widgetId()).isEmpty();
    }
  }

  @Test
  void ratio_overQueues_isOfSumsNotOfRatios() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      assertThat(desk.kpi("serviceLevel").value()).isEqualTo(new KpiValue.Number(0.5));
    }
  }

  @Test
  void longestWait_grows_whileThePlatformHasNothingNewer() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.waitingSince = "2026-11-23T11:59:30Z";
      desk.watching("ann");
      assertThat(desk.kpi("longestWait").value()).isEqualTo(new KpiValue.Number(30));

      desk.pass(30);

      assertThat(desk.kpi("longestWait").value()).isEqualTo(new KpiValue.Number(60));
      assertThat(desk.feed.metrics().statuses()).containsEntry(304, 2L);
    }
  }

  @Test
  void agent_unseen_causesNoRequest() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.feed.agent(FeedHarness.agent("ann"));
      desk.pass(300);

      assertThat(desk.platform.asked).isEmpty();
      assertThat(desk.last()).isEqualTo(new FeedState.Starting("Signing in"));
    }
  }

  @Test
  void nobody_isSignedOut() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.feed.agent(null);
      desk.pass(120);

      assertThat(desk.last()).isEqualTo(new FeedState.SignedOut());
      assertThat(desk.platform.count(FeedHarness.QUERY)).isEqualTo(4);
    }
  }

  @Test
  void withoutAutoRefresh_onlyAPersonAsksAgain_butAFailureIsTriedAgain() throws Exception {
    try (var desk = new FeedHarness(", \"widget\": {\"autoRefresh\": false}")) {
      desk.platform.next(FeedHarness.PERMISSIONS, FakePlatform.status(503, ""));
      desk.watching("ann");
      desk.pass(60);
      assertThat(desk.platform.count(FeedHarness.QUERY)).isEqualTo(4);

      desk.pass(600);
      assertThat(desk.platform.count(FeedHarness.QUERY)).isEqualTo(4);

      desk.feed.refresh();
      desk.threads.settle();
      assertThat(desk.platform.count(FeedHarness.QUERY)).isGreaterThan(4);
    }
  }

  @Test
  void endedConversation_asksForTheAgentsOwnFigures_aMomentLater() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.pass(5);
      desk.platform.bodies.clear();
      desk.feed.conversationEnded();
      desk.feed.conversationEnded();
      desk.threads.settle();
      assertThat(desk.platform.bodies).isEmpty();

      desk.pass(2);
      assertThat(desk.platform.bodies)
          .singleElement()
          .asString()
          .contains("user.id")
          .doesNotContain("queue.id", "granularity");

      desk.pass(20); // the round that was due is still to come, thirty seconds after the last
      assertThat(desk.platform.bodies).hasSize(1);
    }
  }

  @Test
  void conversationEndedUnseen_isAskedForWhenSomebodyLooks() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.pass(5);
      desk.feed.showing(false);
      desk.threads.settle();
      desk.platform.bodies.clear();
      desk.feed.conversationEnded();
      desk.pass(10);
      assertThat(desk.platform.bodies).isEmpty();

      desk.feed.showing(true);
      desk.pass(1);
      assertThat(desk.platform.bodies).singleElement().asString().contains("user.id");
    }
  }

  @Test
  void dataAge_isCountedWhileSomebodyLooks() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.pass(61);
      desk.feed.showing(false);
      desk.pass(500);
      assertThat(desk.feed.metrics().details())
          .containsEntry("dataAge", "p50 14 s, p99 29 s of 61 s");

      desk.feed.showing(true);
      desk.pass(1);
      desk.feed.showing(false);
      desk.threads.settle();
      assertThat(desk.feed.metrics().details().get("dataAge")).endsWith("of 62 s");
      assertThat(Long.parseLong(desk.feed.metrics().details().get("receivedBytes"))).isPositive();
    }
  }

  @Test
  void permissions_areReadAgainEveryFiveMinutes_whileSomebodyLooks() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      long before = desk.platform.count(FeedHarness.PERMISSIONS);
      desk.platform.permissions.remove("analytics:userAggregate:view");
      desk.pass(270);
      assertThat(desk.kpi("occupancy").value()).isInstanceOf(KpiValue.Number.class);

      desk.pass(60);
      assertThat(desk.platform.count(FeedHarness.PERMISSIONS)).isGreaterThan(before);
      assertThat(desk.kpi("occupancy").value())
          .isEqualTo(new KpiValue.NotPermitted("analytics:userAggregate:view"));

      desk.platform.permissions.add("analytics:userAggregate:view");
      desk.pass(330);
      assertThat(desk.kpi("occupancy").value()).isInstanceOf(KpiValue.Number.class);
    }
  }

  @Test
  void anotherZone_inTheMiddleOfAShift_isAnotherDay() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      assertThat(desk.platform.bodies).anyMatch(b -> b.contains("2026-11-22T23:00:00.000Z"));
      desk.platform.zone = "Pacific/Kiritimati";
      desk.feed.agent(
          new Agent("ann", "", List.of(), Locale.UK, Optional.of(ZoneId.of("Pacific/Kiritimati"))));
      desk.threads.settle();

      var last = desk.platform.bodies.get(desk.platform.bodies.size() - 1);
      assertThat(last).contains("2026-11-23T10:00:00.000Z", "2026-11-24T10:00:00.000Z");
      assertThat(desk.feed.metrics().details())
          .containsEntry("zone", "Pacific/Kiritimati by PLATFORM");
    }
  }

  @Test
  void titles_areInTheAgentsLanguage() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.feed.agent(new Agent("ann", "", List.of(), Locale.GERMANY, Optional.empty()));
      desk.feed.showing(true);
      desk.threads.settle();

      assertThat(desk.kpi("waiting").title()).isEqualTo("Wartend");
      assertThat(desk.kpi("waiting").label().about()).contains("Warteschlangen");
    }
  }

  @Test
  void round_asksFourQuestions_thenTwoEachInterval() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      assertThat(desk.platform.count(FeedHarness.QUERY)).isEqualTo(4);

      desk.pass(30);

      assertThat(desk.platform.count(FeedHarness.QUERY)).isEqualTo(6);
      assertThat(desk.platform.tokens).isEqualTo(1);
    }
  }

  @Test
  void unchangedAnswers_causeNoParseAndNoNewVersion() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.pass(60);
      long version = desk.live().snapshot().version();
      var parses = desk.feed.metrics().details().get("parses");

      desk.pass(60);

      assertThat(desk.live().snapshot().version()).isEqualTo(version);
      assertThat(desk.feed.metrics().details()).containsEntry("parses", parses);
      assertThat(desk.live().snapshot().asOf()).isEqualTo(FeedHarness.NOON.plusSeconds(120));
    }
  }

  @Test
  void changedFigure_raisesVersionAndTellsDelta() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      long version = desk.live().snapshot().version();
      desk.platform.waiting.put("q1", 5);

      desk.pass(30);

      assertThat(desk.live().snapshot().version()).isGreaterThan(version);
      assertThat(desk.kpi("waiting").delta()).isEmpty();
      assertThat(desk.kpi("waiting").history()).isEmpty();

      desk.pass(1770);
      assertThat(desk.kpi("waiting").delta()).hasValue(2);
    }
  }

  @Test
  void midnight_forgetsYesterdaysHistory() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.pass(Duration.ofHours(10).plusMinutes(58).toSeconds()); // 23:58 in Berlin
      desk.platform.waiting.put("q1", 9);
      desk.pass(60);
      assertThat(desk.kpi("waiting").delta()).isPresent();
      assertThat(desk.kpi("waiting").history()).isNotEmpty();

      desk.platform.waiting.put("q1", 0);
      desk.pass(90);
      assertThat(desk.kpi("waiting").delta()).isEmpty();
      assertThat(desk.kpi("waiting").history()).isEmpty();
    }
  }

  @Test
  void dayCutIntoHalfHours_isTheFirstHistoryOfItsKpi() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.buckets = 6;
      desk.watching("ann");

      assertThat(desk.kpi("aht").history()).hasSize(6).containsOnly(300.0);
      assertThat(desk.kpi("handled").history()).isEmpty();
    }
  }

  @Test
  void bucketFromAnotherAge_isNotDrawn() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.firstBucket = Instant.parse("0001-01-01T00:00:00Z");
      desk.watching("ann");

      assertThat(desk.live().snapshot().trends()).isEmpty();
    }
  }

  @Test
  void hidden_asksNothing_andOnceWhenShownAgain() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.feed.showing(false);
      desk.pass(200);
      assertThat(desk.platform.count(FeedHarness.QUERY)).isEqualTo(4);

      desk.feed.showing(true);
      desk.threads.settle();

      assertThat(desk.platform.count(FeedHarness.QUERY)).isEqualTo(8);
      assertThat(desk.live().age()).isEqualTo(Age.FRESH);
    }
  }

  @Test
  void shownAgain_whileFresh_asksNothing() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.feed.showing(false);
      desk.pass(20);
      desk.feed.showing(true);
      desk.pass(7);
      assertThat(desk.platform.count(FeedHarness.QUERY)).isEqualTo(4);

      desk.pass(1);

      assertThat(desk.platform.count(FeedHarness.QUERY)).isEqualTo(6);
    }
  }

  @Test
  void refresh_byHand_isObeyedOncePerFiveSeconds() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.feed.refresh();
      desk.feed.refresh();
      desk.pass(4);
      desk.feed.refresh();
      desk.threads.settle();
      assertThat(desk.platform.count(FeedHarness.QUERY)).isEqualTo(6);

      desk.pass(1);
      desk.feed.refresh();
      desk.threads.settle();

      assertThat(desk.platform.count(FeedHarness.QUERY)).isEqualTo(8);
    }
  }

  @Test
  void noQueues_showsOwnFiguresAndSaysSo() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.queues.clear();
      desk.watching("ann");

      assertThat(desk.live().trouble().orElseThrow().code()).isEqualTo(Code.QUEUES);
      assertThat(desk.kpi("waiting").value()).isEqualTo(new KpiValue.NotApplicable());
      assertThat(desk.kpi("aht").value()).isEqualTo(new KpiValue.Number(300));
      assertThat(desk.platform.bodies).noneMatch(body -> body.contains("queue.id"));
    }
  }

  @Test
  void platformView_registersOnceAndOffersTheToken() throws Exception {
    try (var desk = new FeedHarness(", \"view\": \"platform\"").watching("ann")) {
      desk.pass(90);

      assertThat(desk.live().snapshot().widgetId()).contains("w-ann");
      assertThat(desk.platform.count("/v2/analytics/widgets")).isEqualTo(1);
      assertThat(desk.tokens).containsExactly("none", "ann-1");
      assertThat(desk.platform.bodies).noneMatch(body -> body.contains("{{"));
    }
  }

  @Test
  void kpiView_isGivenNoToken() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      assertThat(desk.tokens).containsExactly("none");
    }
  }

  @Test
  void trend_hasOwnBesideQueue() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      var trend = desk.live().snapshot().trends().get(0);

      assertThat(trend.id()).isEqualTo("aht");
      assertThat(trend.times()).hasSize(1);
      assertThat(trend.series()).containsOnlyKeys("own", "queue");
      assertThat(trend.series().get("own")).containsExactly(300.0);
    }
  }

  @Test
  void close_endsThreadsAndSilences() throws Exception {
    var desk = new FeedHarness().watching("ann");
    int heard = desk.states.size();

    desk.close();

    assertThat(desk.threads.isClosed()).isTrue();
    assertThat(desk.states).hasSize(heard);
  }

  @Test
  void versions_areNeverShared_notEvenByAgents() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      long ann = desk.live().snapshot().version();

      desk.feed.agent(FeedHarness.agent("bob"));
      desk.threads.settle();

      assertThat(desk.live().snapshot().version()).isGreaterThan(ann);
    }
  }

  @Test
  void queueTransfer_whileHidden_isAskedForOnShowing() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.feed.showing(false);
      desk.platform.queues.remove("q1");
      desk.feed.agent(FeedHarness.agent("ann", "q2"));
      desk.pass(5);
      assertThat(desk.platform.count(FeedHarness.PERMISSIONS)).isEqualTo(2);

      desk.feed.showing(true);
      desk.threads.settle();

      assertThat(desk.live().snapshot().queues()).hasSize(1);
      assertThat(desk.platform.count(FeedHarness.PERMISSIONS)).isEqualTo(3);
    }
  }

  @Test
  void sameAgentAgain_changesNothing() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      int asked = desk.platform.asked.size();
      int heard = desk.states.size();

      desk.feed.agent(FeedHarness.agent("ann"));
      desk.feed.showing(true);
      desk.threads.settle();

      assertThat(desk.platform.asked).hasSize(asked);
      assertThat(desk.states).hasSize(heard);
    }
  }

  @Test
  void guidesOwnDefinition_becomesTiles() throws Exception {
    var guide =
        """
        , "widget": {"name": "Guide", "dataSource": "queue",
          "filter": {"type": "and", "clauses": [
            {"type": "filter", "field": "queue.id", "op": "in", "values": ["{{QUEUE_ID}}"]},
            {"type": "filter", "field": "user.id", "op": "eq", "values": ["{{USER_ID}}"]},
            {"type": "timeRange", "field": "conversation.start_time", "op": "in",
             "values": ["{{START_TIME}}", "{{END_TIME}}"]}]},
          "metrics": [
            {"name": "Average Handle Time", "type": "avg", "field": "conversation.duration"},
            {"name": "Call Volume", "type": "count", "field": "conversation.id"}]}
        """;
    try (var desk = new FeedHarness(guide).watching("ann")) {
      assertThat(desk.live().snapshot().title()).isEqualTo("Guide");
      assertThat(desk.live().snapshot().kpis())
          .extracting(KpiSnapshot.Kpi::title)
          .containsExactly("Average Handle Time", "Call Volume");
      assertThat(desk.kpi("offered").value()).isEqualTo(new KpiValue.Number(7));
    }
  }

  @Test
  void metrics_countByRouteAndStatus() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.pass(30);
      var metrics = desk.feed.metrics();

      assertThat(metrics.requests())
          .containsEntry("POST /v2/oauth/token", 1L)
          .containsEntry("GET /v2/users/{id}/queues", 1L)
          .containsEntry("POST /v2/analytics/query", 6L);
      assertThat(metrics.statuses()).containsEntry(200, 9L).containsEntry(304, 2L);
      assertThat(metrics.details())
          .containsEntry("token", "fresh")
          .containsEntry("zone", "Europe/Berlin by PLATFORM")
          .containsEntry("heldBackSeconds", "0");
    }
  }

  @Test
  void nextDay_isANewQuestion() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.platform.bodies.clear();
      desk.pass(11 * 3600 + 60);

      assertThat(desk.platform.bodies)
          .anyMatch(
              body -> body.contains("\"2026-11-23T23:00:00.000Z\",\"2026-11-24T23:00:00.000Z\""));
      assertThat(desk.live().trouble()).isEmpty();
    }
  }
}
