package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.feed.FeedState.Age;
import io.kpiwidget.engine.feed.Trouble.Code;
import io.kpiwidget.engine.widget.KpiValue;
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
      assertThat(desk.kpi("waiting").delta()).hasValue(2);
      assertThat(desk.kpi("waiting").history()).containsExactly(7.0, 9.0);
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
      assertThat(desk.kpi("waiting").value()).isEqualTo(new KpiValue.NoData());
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
}
