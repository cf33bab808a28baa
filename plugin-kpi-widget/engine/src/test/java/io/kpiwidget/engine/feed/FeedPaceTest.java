package io.kpiwidget.engine.feed;

import static io.kpiwidget.engine.feed.FeedHarness.QUERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.feed.FeedState.Age;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often it is asked: less while nothing changes, in time, and once after a pause. */
final class FeedPaceTest {

  /** One kind of figure and no picture of the day: two questions a round. */
  private static final String PLAIN =
      ", \"widget\": {\"metrics\": [{\"kpi\": \"waiting\"}, {\"kpi\": \"handled\"}]}";

  @Test
  void unchangedFigures_areAskedForLessOften_andNeverLookOld() throws Exception {
    try (var desk = new FeedHarness(PLAIN).watching("ann")) {
      desk.pass(150); // five rounds that brought nothing new
      long asked = desk.platform.count(QUERY);
      desk.states.clear();

      desk.pass(37);
      assertThat(desk.platform.count(QUERY)).isEqualTo(asked);
      desk.pass(1);
      assertThat(desk.platform.count(QUERY)).isEqualTo(asked + 2);

      desk.pass(600);
      assertThat(desk.platform.count(QUERY)).isEqualTo(asked + 2 + 2 * 15);
      assertThat(desk.states)
          .allSatisfy(state -> assertThat(((FeedState.Live) state).age()).isEqualTo(Age.FRESH));
    }
  }

  @Test
  void change_bringsTheConfiguredIntervalBack() throws Exception {
    try (var desk = calm()) {
      desk.platform.waiting.put("q1", 5);
      desk.pass(38);
      long asked = desk.platform.count(QUERY);

      desk.pass(30);

      assertThat(desk.platform.count(QUERY)).isEqualTo(asked + 2);
    }
  }

  @Test
  void changingFigures_areNeverOlderThanTheInterval() throws Exception {
    try (var desk = new FeedHarness(PLAIN).watching("ann")) {
      for (int i = 0; i < 20; i++) {
        desk.platform.waiting.put("q1", i);
        desk.pass(30);
      }

      assertThat(desk.platform.count(QUERY)).isEqualTo(2 + 2 * 20);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shown", "refreshed", "conversation", "queues", "clock"})
  void whatMayChangeFigures_endsTheCalm(String event) throws Exception {
    try (var desk = calm()) {
      happens(event, desk);
      desk.pass(40);
      long asked = desk.platform.count(QUERY);

      desk.pass(60);

      assertThat(desk.platform.count(QUERY)).isEqualTo(asked + 4);
    }
  }

  private static void happens(String event, FeedHarness desk) {
    switch (event) {
      case "shown" -> {
        desk.feed.showing(false);
        desk.feed.showing(true);
      }
      case "refreshed" -> desk.feed.refresh();
      case "conversation" -> desk.feed.conversationEnded();
      case "queues" -> desk.feed.agent(FeedHarness.agent("ann", "q2"));
      default -> desk.threads.sleep(Duration.ofSeconds(20));
    }
  }

  private static FeedHarness calm() throws Exception {
    var desk = new FeedHarness(PLAIN).watching("ann");
    desk.pass(190);
    return desk;
  }

  @Test
  void otherAgent_beginsAtTheConfiguredInterval() throws Exception {
    try (var desk = calm()) {
      desk.feed.agent(FeedHarness.agent("bob"));
      desk.threads.settle();
      long asked = desk.platform.count(QUERY);

      desk.pass(30);

      assertThat(desk.platform.count(QUERY)).isEqualTo(asked + 2);
    }
  }

  @Test
  void sleepOfAnHour_isOneRoundAfterwards() throws Exception {
    try (var desk = new FeedHarness(PLAIN).watching("ann")) {
      desk.pass(31);
      long asked = desk.platform.count(QUERY);
      desk.threads.sleep(Duration.ofMinutes(50));

      desk.pass(28);

      assertThat(desk.platform.count(QUERY)).isEqualTo(asked + 2);
      assertThat(desk.live().age()).isEqualTo(Age.FRESH);
    }
  }

  @Test
  void clockSetForward_isOneRound() throws Exception {
    try (var desk = new FeedHarness(PLAIN).watching("ann")) {
      desk.pass(31);
      long asked = desk.platform.count(QUERY);
      desk.threads.sleep(Duration.ofMinutes(2));

      desk.pass(28);

      assertThat(desk.platform.count(QUERY)).isEqualTo(asked + 2);
    }
  }

  @Test
  void clockSetBack_changesNothing() throws Exception {
    try (var desk = new FeedHarness(PLAIN).watching("ann")) {
      desk.pass(10);
      long asked = desk.platform.count(QUERY);
      desk.threads.sleep(Duration.ofHours(-1));

      desk.pass(19);
      assertThat(desk.platform.count(QUERY)).isEqualTo(asked);

      desk.pass(1);
      assertThat(desk.platform.count(QUERY)).isEqualTo(asked + 2);
      assertThat(desk.live().age()).isEqualTo(Age.FRESH);
    }
  }

  @Test
  void hiddenThenShown_whenOld_isExactlyOneRound() throws Exception {
    try (var desk = new FeedHarness(PLAIN).watching("ann")) {
      desk.feed.showing(false);
      desk.pass(120);
      long asked = desk.platform.count(QUERY);
      desk.feed.showing(true);
      desk.feed.showing(false);
      desk.feed.showing(true);

      desk.pass(20);

      assertThat(desk.platform.count(QUERY)).isEqualTo(asked + 2);
    }
  }
}
