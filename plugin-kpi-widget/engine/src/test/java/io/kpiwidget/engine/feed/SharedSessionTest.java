package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.platform.SecretValue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two widgets at one desk: what belongs to the agent is there once. */
final class SharedSessionTest {

  private static final String QUEUES =
      ", \"widget\": {\"name\": \"Queues\", \"metrics\": [{\"kpi\": \"waiting\"}]}";

  private FeedHarness desk = open("");

  private static FeedHarness open(String more) {
    try {
      return new FeedHarness(more);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void oneQuestion_ofTwoWidgets_isOneCall() throws Exception {
    var other = new Ears();
    both(other, "", "ann");
    assertThat(desk.platform.count(FeedHarness.QUERY)).isEqualTo(4);

    desk.pass(601);

    try (var alone = open("").watching("ann")) {
      alone.pass(601);
      assertThat(desk.platform.count(FeedHarness.QUERY))
          .isEqualTo(alone.platform.count(FeedHarness.QUERY));
    }
    assertThat(other.live().snapshot().kpis()).isEqualTo(desk.live().snapshot().kpis());
  }

  @Test
  void tokenAndIdentity_areThereOnce() throws Exception {
    both(new Ears(), QUEUES, "ann");

    try (var alone = open("").watching("ann")) {
      assertThat(besideQueries(desk)).isEqualTo(besideQueries(alone));
    }
  }

  private static List<String> besideQueries(FeedHarness of) {
    return of.platform.asked.stream().filter(route -> !route.equals(FeedHarness.QUERY)).toList();
  }

  @Test
  void figures_areEachWidgetsOwn() throws Exception {
    var other = new Ears();
    both(other, QUEUES, "ann");

    assertThat(other.live().snapshot().kpis()).extracting("id").containsExactly("waiting");
    assertThat(desk.live().snapshot().kpis()).hasSizeGreaterThan(1);
  }

  @Test
  void widgetOutOfSight_isNotAskedFor_whileTheOtherGoesOn() throws Exception {
    var other = new Ears();
    var second = both(other, QUEUES, "ann");
    second.showing(false);
    desk.threads.settle();
    desk.platform.bodies.clear();
    int before = other.states.size();

    desk.pass(31);

    assertThat(desk.platform.bodies).hasSize(2);
    assertThat(other.states).hasSize(before);
  }

  @Test
  void bothOutOfSight_nothingIsAsked_andOneRefreshEachOnShowing() throws Exception {
    var second = both(new Ears(), "", "ann");
    show(second, false);
    desk.platform.asked.clear();
    desk.pass(60);
    assertThat(desk.platform.asked).isEmpty();

    show(second, true);
    desk.pass(1);

    assertThat(desk.platform.count(FeedHarness.QUERY)).isEqualTo(2);
  }

  @Test
  void anotherAgent_getsAnotherSession_ofWhichBothAre() throws Exception {
    var other = new Ears();
    var second = both(other, "", "ann");

    desk.feed.agent(FeedHarness.agent("ben"));
    desk.threads.settle();
    second.agent(FeedHarness.agent("ben"));
    desk.threads.settle();

    assertThat(desk.live().snapshot().agentName()).isEqualTo("Name of ben");
    assertThat(other.live().snapshot().agentName()).isEqualTo("Name of ben");
    assertThat(desk.platform.count(FeedHarness.TOKEN)).isEqualTo(2);
    desk.pass(31);
    assertThat(other.live().trouble()).isEmpty();
    assertThat(desk.platform.count(FeedHarness.TOKEN)).isEqualTo(2);
  }

  @Test
  void signOut_ofBoth_endsTheSession() throws Exception {
    var second = both(new Ears(), "", "ann");
    desk.feed.agent(null);
    second.agent(null);
    desk.threads.settle();
    desk.platform.asked.clear();

    desk.pass(600);

    assertThat(desk.platform.asked).isEmpty();
    assertThat(desk.feed.metrics().details()).doesNotContainKey("token");
  }

  @Test
  void feedThatIsClosed_leavesTheOtherItsSession() throws Exception {
    var other = new Ears();
    both(other, "", "ann");
    desk.feed.close();
    desk.feed.agent(FeedHarness.agent("ben")); // too late to count
    desk.platform.asked.clear();

    desk.pass(31);

    assertThat(desk.platform.asked).containsOnly(FeedHarness.QUERY);
    assertThat(other.live().snapshot().agentName()).isEqualTo("Name of ann");
    assertThat(desk.threads.isClosed()).isFalse();
  }

  @Test
  void lastFeedThatIsClosed_endsTheThreads_andNobodyJoinsAnyMore() throws Exception {
    var second = both(new Ears(), "", "ann");
    desk.feed.close();
    second.close();
    desk.threads.settle();

    assertThat(desk.threads.isClosed()).isTrue();
    assertThat(desk.another("", new Ears())).isEmpty();
  }

  @Test
  void configurationOfAnotherPlatform_doesNotJoin() throws Exception {
    assertThat(desk.another(", \"token\": {\"source\": \"desktop\"}", new Ears())).isEmpty();
  }

  @Test
  void conversationEnded_heardByBoth_isOneCall() throws Exception {
    var second = both(new Ears(), "", "ann");
    desk.pass(5);
    desk.platform.bodies.clear();

    desk.feed.conversationEnded();
    second.conversationEnded();
    desk.pass(3);

    assertThat(desk.platform.bodies).singleElement().asString().contains("user.id");
  }

  @Test
  void shellThatComesLate_getsTheTokenThatIsThere() throws Exception {
    desk.close();
    desk = open(", \"view\": \"platform\"").watching("ann");
    var other = new Ears();

    var second = desk.another(", \"view\": \"platform\"" + QUEUES, other).orElseThrow();
    second.agent(FeedHarness.agent("ann"));
    desk.pass(10);

    assertThat(other.tokens).containsExactly("none", "ann-1");
    assertThat(other.remaining).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void kpiView_isGivenNoToken_howeverLateItComes() throws Exception {
    var other = new Ears();
    both(other, QUEUES, "ann");

    assertThat(other.tokens).containsOnly("none");
  }

  @Test
  void permissionThatOneWasRefused_isNotAskedForByTheOther() throws Exception {
    desk.platform.next(
        FeedHarness.QUERY,
        FakePlatform.status(403, "{\"permission\":\"analytics:conversationAggregate:view\"}"));
    desk.watching("ann");
    long before = desk.platform.bodies.size();
    var other = new Ears();
    both(other, ", \"widget\": {\"metrics\": [{\"kpi\": \"offered\"}]}", "ann");

    assertThat(desk.platform.bodies.subList((int) before, desk.platform.bodies.size()))
        .noneMatch(body -> body.contains("offered"));
    assertThat(other.live().snapshot().kpis()).hasSize(1);
  }

  /** Signs {@code agent} in at a first and a second widget that are both in sight. */
  private KpiFeed both(Ears other, String more, String agent) throws Exception {
    var second = desk.another(more, other).orElseThrow();
    second.agent(FeedHarness.agent(agent));
    second.showing(true);
    desk.watching(agent);
    return second;
  }

  private void show(KpiFeed second, boolean now) {
    desk.feed.showing(now);
    second.showing(now);
    desk.threads.settle();
  }

  /** What the second widget's listener heard. */
  private static final class Ears implements KpiFeed.Listener {

    private final List<FeedState> states = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private Duration remaining = Duration.ZERO;

    @Override
    public void state(FeedState state) {
      states.add(state);
    }

    @Override
    public void token(@Nullable SecretValue token, Duration left) {
      tokens.add(token == null ? "none" : token.reveal());
      remaining = left;
    }

    FeedState.Live live() {
      return (FeedState.Live) states.get(states.size() - 1);
    }
  }
}
