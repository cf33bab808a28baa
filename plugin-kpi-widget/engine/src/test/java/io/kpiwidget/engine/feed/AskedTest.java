package io.kpiwidget.engine.feed;

import static io.kpiwidget.engine.feed.FakePlatform.status;
import static io.kpiwidget.engine.feed.FeedHarness.QUERY;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.cache.Freshness;
import io.kpiwidget.engine.feed.Asked.State;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the support desk is told of the questions. */
final class AskedTest {

  @ParameterizedTest
  @CsvSource({
    ", 0, false, UNANSWERED",
    "27, 0, false, FRESH",
    "28, 0, false, REVALIDATING",
    "40, 0, false, STALE",
    "300, 0, false, EXPIRED",
    "5, 0, true, FAILED",
    "5, 1, true, HELD_BACK"
  })
  void state_isWhatMattersMost(Long age, long heldBack, boolean failed, State expected) {
    var state =
        State.of(
            Optional.ofNullable(age).map(Duration::ofSeconds),
            Freshness.Times.of(Duration.ofSeconds(30)),
            Duration.ofSeconds(heldBack),
            failed);

    assertThat(state).isEqualTo(expected);
  }

  @Test
  void question_isToldWithItsKeyAndTimes() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.pass(35);
      var asked = asked(desk, Part.QUEUES);

      assertThat(asked.key().host()).isEqualTo("127.0.0.1");
      assertThat(asked.key().call()).isEqualTo("POST /v2/analytics/query");
      assertThat(asked.key().figures()).containsExactly("longestWait", "serviceLevel", "waiting");
      assertThat(asked.key().window().orElseThrow().start()).isEqualTo("2026-11-22T23:00:00Z");
      assertThat(asked.state()).isEqualTo(State.FRESH);
      assertThat(asked.age()).contains(Duration.ofSeconds(5));
      assertThat(asked.next()).contains(Duration.ofSeconds(25));
      assertThat(asked.traffic().status()).isEqualTo(304);
      assertThat(asked.traffic().calls()).isEqualTo(2);
      assertThat(asked.traffic().bytes()).isPositive();
    }
  }

  @Test
  void trend_comesFromMemory_andIsDueLater() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.pass(65);
      var asked = asked(desk, Part.QUEUE_TREND);

      assertThat(asked.next()).contains(Duration.ofSeconds(53));
      assertThat(asked.traffic().hitRatio()).isBetween(0.6, 0.7);
    }
  }

  @Test
  void nobodyLooking_hasNoNextTime() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.feed.showing(false);
      desk.threads.settle();

      assertThat(asked(desk, Part.AGENT).next()).isEmpty();
    }
  }

  @Test
  void pauseAfterA429_isTold() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.platform.next(
          QUERY, new MockResponse.Builder().code(429).addHeader("Retry-After", "60").build());
      desk.pass(31);
      var asked = asked(desk, Part.QUEUES);

      assertThat(asked.state()).isEqualTo(State.HELD_BACK);
      // a tenth later than the platform wants, by a chance that is in the middle
      assertThat(asked.heldBack()).isEqualTo(Duration.ofSeconds(60 + 6 - 1));
      assertThat(asked.traffic().status()).isEqualTo(429);
    }
  }

  @Test
  void failure_beforeTheFirstAnswer_isToldToo() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.next(QUERY, status(503, ""));
      desk.watching("ann");
      var asked = asked(desk, Part.QUEUES);

      assertThat(asked.state()).isEqualTo(State.FAILED);
      assertThat(asked.age()).isEmpty();
      assertThat(asked.traffic().bytes()).isZero();
    }
  }

  @Test
  void nextAgent_hasAnotherMark_andNothingOfTheLast() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      var ann = asked(desk, Part.AGENT);
      desk.feed.agent(FeedHarness.agent("bob"));
      desk.threads.settle();
      var bob = asked(desk, Part.AGENT);

      assertThat(bob.key().subject()).isNotEqualTo(ann.key().subject());
      assertThat(bob.key().permissions()).isEqualTo(ann.key().permissions());
      assertThat(bob.traffic().calls()).isEqualTo(1);

      desk.feed.agent(null);
      desk.threads.settle();
      assertThat(desk.feed.metrics().asked()).isEmpty();
    }
  }

  @Test
  void noIdAndNoSecret_isInIt() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.queues.clear();
      desk.platform.queues.add("queue-4711");
      desk.platform.waiting.put("queue-4711", 3);
      desk.watching("agent-0815");
      desk.pass(35);

      assertThat(desk.feed.metrics().toString())
          .contains("POST /v2/analytics/query", "waiting")
          .doesNotContain("agent-0815", "queue-4711", "s3cret", "Bearer", "Name of", "Queue q");
    }
  }

  private static Asked asked(FeedHarness desk, Part part) {
    return desk.feed.metrics().asked().stream()
        .filter(asked -> asked.key().part() == part)
        .findFirst()
        .orElseThrow();
  }
}
