package io.kpiwidget.engine.feed;

import static io.kpiwidget.engine.feed.FakePlatform.status;
import static io.kpiwidget.engine.feed.FeedHarness.PERMISSIONS;
import static io.kpiwidget.engine.feed.FeedHarness.QUERY;
import static io.kpiwidget.engine.feed.FeedHarness.TOKEN;
import static io.kpiwidget.engine.feed.FeedHarness.agent;
import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.feed.FeedState.Age;
import io.kpiwidget.engine.feed.KpiSnapshot.QueueRow;
import io.kpiwidget.engine.feed.Trouble.Code;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.widget.KpiValue;
import java.time.Duration;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform misbehaves; the agent reads a sentence, and it heals by itself. */
final class FeedBadDaysTest {

  private static final String NO_TOKEN_OF_OURS = ", \"token\": {\"source\": \"desktop\"}";

  @Test
  void platformFailing_keepsFiguresWithTheirAge_thenExpiresThem() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      failForGood(desk);
      desk.pass(31);
      assertThat(desk.live().age()).isEqualTo(Age.FRESH);
      assertThat(desk.live().trouble().orElseThrow().code()).isEqualTo(Code.PLATFORM);

      desk.pass(10);
      assertThat(desk.live().age()).isEqualTo(Age.STALE);

      desk.pass(260);
      assertThat(desk.live().age()).isEqualTo(Age.EXPIRED);
      assertThat(desk.kpi("waiting").value()).isEqualTo(new KpiValue.Number(7));
    }
  }

  @Test
  void platformBack_recoversWithinAMinute() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      failForGood(desk);
      desk.pass(200);
      desk.platform.faults.clear();

      desk.pass(60);

      assertThat(desk.live().trouble()).isEmpty();
      assertThat(desk.live().age()).isEqualTo(Age.FRESH);
    }
  }

  @Test
  void platformDownAtStart_isUnavailableAndRetriesByItself() throws Exception {
    try (var desk = new FeedHarness()) {
      for (int i = 0; i < 3; i++) {
        desk.platform.next(TOKEN, status(503, "<html>"));
      }
      desk.watching("ann");
      assertThat(desk.trouble().code()).isEqualTo(Code.PLATFORM);
      assertThat(desk.trouble().retryAt().orElseThrow()).isAfter(FeedHarness.NOON);

      desk.pass(120);

      assertThat(desk.live().trouble()).isEmpty();
    }
  }

  /** The support desk looks it up in the log: one reference for one outage. */
  @Test
  void trouble_keepsItsReferenceUntilItIsOver() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      failForGood(desk);
      desk.pass(31);
      var reference = desk.live().trouble().orElseThrow().reference();
      assertThat(reference).matches("[2-9A-HJ-NP-Z]{6}");

      desk.pass(60);
      assertThat(desk.live().trouble().orElseThrow().reference()).isEqualTo(reference);
    }
  }

  @Test
  void tooManyRequests_asksNothingInsideRetryAfter_evenByHand() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.platform.next(
          QUERY, new MockResponse.Builder().code(429).addHeader("Retry-After", "120").build());
      desk.pass(30);
      int asked = desk.platform.asked.size();
      assertThat(desk.live().trouble().orElseThrow().code()).isEqualTo(Code.RATE_LIMIT);

      desk.pass(60);
      desk.feed.refresh();
      desk.pass(59);
      assertThat(desk.platform.asked).hasSize(asked);

      desk.pass(20);
      assertThat(desk.live().trouble()).isEmpty();
    }
  }

  @Test
  void revokedToken_isReplacedOnceAndUnseen() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.platform.revoked.add("ann-1");

      desk.pass(30);

      assertThat(desk.platform.tokens).isEqualTo(2);
      assertThat(desk.live().trouble()).isEmpty();
    }
  }

  @Test
  void everyTokenRefused_takesFiguresAwayWithoutAStorm() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      for (int i = 0; i < 1000; i++) {
        desk.platform.next(QUERY, status(401, "{}"));
      }
      desk.pass(600);

      assertThat(desk.trouble().code()).isEqualTo(Code.SIGN_IN);
      assertThat(desk.platform.tokens).isLessThanOrEqualTo(22);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tokenForSomebodyElse_showsNothing(boolean saysSo) throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.subject = "service-account";
      desk.platform.tellsSubject = saysSo;
      desk.watching("ann");
      desk.pass(120);

      assertThat(desk.trouble().code()).isEqualTo(Code.SUBJECT_MISMATCH);
      assertThat(desk.platform.count(QUERY)).isZero();
      assertThat(desk.platform.tokens).isEqualTo(1);
    }
  }

  @Test
  void tokenThatNamesNoSubject_isVerifiedByThePlatform() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.tellsSubject = false;
      desk.watching("ann");

      assertThat(desk.live().trouble()).isEmpty();
      assertThat(desk.platform.count(PERMISSIONS)).isEqualTo(2);
    }
  }

  @Test
  void subjectChangesAtRefresh_takesFiguresAway() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.expiresIn = 60;
      desk.watching("ann");
      desk.platform.subject = "bob";
      desk.pass(90);

      assertThat(desk.trouble().code()).isEqualTo(Code.SUBJECT_MISMATCH);
    }
  }

  @Test
  void clientRefused_isToldOnceAndProbedRarely() throws Exception {
    try (var desk = new FeedHarness()) {
      for (int i = 0; i < 100; i++) {
        desk.platform.next(TOKEN, status(401, "{\"error\":\"invalid_client\"}"));
      }
      desk.watching("ann");
      desk.pass(7200);

      assertThat(desk.trouble().code()).isEqualTo(Code.CLIENT_SECRET);
      assertThat(desk.platform.count(TOKEN)).isLessThanOrEqualTo(10);
      assertThat(desk.states.stream().distinct()).hasSize(2);
    }
  }

  @Test
  void clientSecretUnset_saysSoWithoutARequest() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.environment.clear();
      desk.watching("ann");

      assertThat(desk.trouble().sentence()).contains("secret is not set");
      assertThat(desk.platform.asked).isEmpty();
    }
  }

  @Test
  void permissionMissing_concernsItsKpisOnly() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.permissions.remove("analytics:userAggregate:view");
      desk.watching("ann");

      assertThat(desk.kpi("occupancy").value())
          .isEqualTo(new KpiValue.NotPermitted("analytics:userAggregate:view"));
      assertThat(desk.kpi("aht").value()).isEqualTo(new KpiValue.Number(300));
      assertThat(desk.platform.bodies).noneMatch(body -> body.contains("agent.occupancy"));
    }
  }

  @Test
  void permissionTakenAway_isLearntFromA403() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.platform.permissions.remove("analytics:queueObservation:view");
      desk.platform.next(
          QUERY,
          status(
              403,
              "{\"code\":\"missing.permission\",\"permission\":\"analytics:queueObservation:view\"}"));

      desk.pass(30);

      assertThat(desk.kpi("waiting").value())
          .isEqualTo(new KpiValue.NotPermitted("analytics:queueObservation:view"));
      assertThat(desk.kpi("serviceLevel").value()).isInstanceOf(KpiValue.Number.class);
      assertThat(desk.platform.tokens).isEqualTo(1);
    }
  }

  @Test
  void permissionGivenBack_returnsWithinFiveMinutes() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.permissions.remove("analytics:userAggregate:view");
      desk.watching("ann");
      desk.platform.permissions.add("analytics:userAggregate:view");

      desk.pass(331);

      assertThat(desk.kpi("occupancy").value()).isInstanceOf(KpiValue.Number.class);
    }
  }

  @Test
  void noReportPermission_isAPlaceholder() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.permissions.remove("analytics:report:view");
      desk.watching("ann");

      assertThat(desk.trouble().code()).isEqualTo(Code.PERMISSION);
      assertThat(desk.trouble().sentence()).contains("analytics:report:view");
      assertThat(desk.platform.count(QUERY)).isZero();
    }
  }

  @Test
  void anotherAgent_neverSeesTheLastOnesFigures() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.states.clear();
      desk.feed.agent(agent("bobby"));
      desk.threads.settle();

      assertThat(desk.states.get(0)).isEqualTo(new FeedState.Starting("Signing in"));
      assertThat(desk.live().snapshot().agentName()).isEqualTo("Name of bobby");
      assertThat(desk.states).noneMatch(state -> state.toString().contains("Name of ann"));
      assertThat(desk.platform.tokens).isEqualTo(2);
    }
  }

  @Test
  void anotherAgent_isWantedBeforeTheLastOnesAnswerIsHeard() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.feed.agent(agent("ann"));
      desk.feed.showing(true);
      desk.feed.agent(agent("bobby"));
      desk.threads.settle();

      assertThat(desk.states).noneMatch(state -> state.toString().contains("Name of ann"));
      assertThat(desk.live().snapshot().agentName()).isEqualTo("Name of bobby");
    }
  }

  @Test
  void queueTransfer_readsQueuesAgainAtOnce() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.platform.queues.remove("q1");
      desk.feed.agent(agent("ann", "q2"));
      desk.threads.settle();

      assertThat(desk.live().snapshot().queues()).extracting("id").containsExactly("q2");
      assertThat(desk.kpi("waiting").value()).isEqualTo(new KpiValue.Number(4));
      assertThat(desk.platform.tokens).isEqualTo(1);
    }
  }

  @Test
  void queueLostOnThePlatform_goesWithTheNextRound() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.platform.queues.remove("q1");

      desk.pass(30);

      assertThat(desk.live().snapshot().queues()).extracting("id").containsExactly("q2");
      assertThat(desk.kpi("waiting").value()).isEqualTo(new KpiValue.Number(4));
    }
  }

  @Test
  void trendRefused_leavesTheFigures() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.refusesGranularity = true;
      desk.watching("ann");

      assertThat(desk.live().trouble()).isEmpty();
      assertThat(desk.live().snapshot().trends()).isEmpty();
      assertThat(desk.kpi("waiting").value()).isEqualTo(new KpiValue.Number(7));
    }
  }

  @ParameterizedTest
  @CsvSource({"400, WIDGET", "403, PERMISSION"})
  void shellsWidgetRefused_leavesTheFigures(int status, Code code) throws Exception {
    try (var desk = new FeedHarness(", \"view\": \"platform\"")) {
      desk.platform.next("/v2/analytics/widgets", status(status, "{}"));
      desk.watching("ann");
      assertThat(desk.live().trouble().orElseThrow().code()).isEqualTo(code);
      assertThat(desk.live().snapshot().widgetId()).isEmpty();

      desk.pass(30);
      assertThat(desk.live().snapshot().widgetId()).contains("w-ann");
      assertThat(desk.live().trouble()).isEmpty();
    }
  }

  @Test
  void questionsRefused_areTheWidgetsTrouble() throws Exception {
    try (var desk = new FeedHarness()) {
      for (int i = 0; i < 4; i++) {
        desk.platform.next(
            QUERY, status(400, "{\"code\":\"invalid.value\",\"pointer\":\"/granularity\"}"));
      }
      desk.watching("ann");

      assertThat(desk.trouble().code()).isEqualTo(Code.WIDGET);
      assertThat(desk.trouble().nextStep()).contains("/granularity");
    }
  }

  @Test
  void oneQuestionRefused_failsItsFiguresOnly() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.next(QUERY, status(400, "{\"code\":\"invalid.value\"}"));
      desk.watching("ann");

      assertThat(desk.kpi("waiting").value()).isInstanceOf(KpiValue.Failed.class);
      assertThat(desk.kpi("aht").value()).isEqualTo(new KpiValue.Number(300));
    }
  }

  @Test
  void oneFigureRefused_isNotAskedForAgain_theOthersAre() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.next(
          QUERY, status(400, "{\"code\":\"invalid.value\",\"pointer\":\"/metrics/0/field\"}"));
      desk.watching("ann");

      assertThat(desk.kpi("longestWait").value())
          .isEqualTo(new KpiValue.Failed("The platform does not have this figure."));
      assertThat(desk.kpi("serviceLevel").value()).isInstanceOf(KpiValue.Number.class);
      assertThat(desk.platform.bodies.get(desk.platform.bodies.size() - 1))
          .doesNotContain("\"longestWait\"");
    }
  }

  @Test
  void closedQueue_isNamedAndDropped_theRestGoesOn() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.platform.next(
          QUERY,
          status(404, "{\"code\":\"queue.not.found\",\"pointer\":\"/filter/clauses/0/values/1\"}"));
      desk.pass(30);

      assertThat(desk.live().snapshot().queues()).extracting(QueueRow::id).containsExactly("q1");
      assertThat(desk.live().snapshot().notices())
          .extracting(KpiSnapshot.Notice::sentence)
          .containsExactly("\u201cQueue q2\u201d was closed. Its figures are gone.");
      assertThat(desk.kpi("waiting").value()).isInstanceOf(KpiValue.Number.class);
      assertThat(desk.live().trouble()).isEmpty();
    }
  }

  @Test
  void leftQueue_goesWithANotice_thatPasses() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      desk.platform.queues.remove("q2");
      desk.pass(30);

      assertThat(desk.live().snapshot().queues()).extracting(QueueRow::id).containsExactly("q1");
      assertThat(desk.live().snapshot().notices())
          .extracting(KpiSnapshot.Notice::sentence)
          .containsExactly("You no longer serve \u201cQueue q2\u201d.");

      desk.pass(330);
      assertThat(desk.live().snapshot().notices()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Log in</html>",
        "[]",
        "{\"results\":[3]}",
        "{\"results\":[{\"group\"",
        "null"
      })
  void malformedAnswer_isToldWithoutItsText(String body) throws Exception {
    try (var desk = new FeedHarness()) {
      for (int i = 0; i < 4; i++) {
        desk.platform.next(QUERY, status(200, body));
      }
      desk.watching("ann");
      assertThat(desk.trouble().code()).isEqualTo(Code.BAD_ANSWER);
      assertThat(desk.trouble().toString()).doesNotContain("html", "Log in", "[3]", "group");

      desk.pass(60);
      assertThat(desk.live().trouble()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>Log in</html>",
        "[]",
        "{\"access_token\":\"ann-1\",\"expires_in\":\"abc\"}",
        "{\"access_token\":\"ann-1\",\"expires_in\":0}",
        "{\"access_token\":\"ann-1\",\"expires_in\":-5}",
        "{\"access_token\":\"a\\nb\",\"expires_in\":60}",
        "{\"expires_in\":60}"
      })
  void malformedToken_isToldWithoutItsText(String body) throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.next(TOKEN, status(200, body));
      desk.watching("ann");
      assertThat(desk.trouble().code()).isEqualTo(Code.BAD_ANSWER);
      assertThat(desk.trouble().toString()).doesNotContain("ann-1", "html");

      desk.pass(60);
      assertThat(desk.live().trouble()).isEmpty();
    }
  }

  @Test
  void shortLivedTokens_areRefreshedWithoutAFailedRound() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.expiresIn = 60;
      desk.watching("ann");
      desk.states.clear();

      desk.pass(600);

      assertThat(desk.platform.tokens).isBetween(10, 41);
      assertThat(desk.states).allSatisfy(s -> assertThat(((FeedState.Live) s).trouble()).isEmpty());
    }
  }

  @Test
  void desktopToken_isUsedAndVerified() throws Exception {
    try (var desk = new FeedHarness(NO_TOKEN_OF_OURS)) {
      desk.desktopToken = new SecretValue("ann-9");
      desk.watching("ann");

      assertThat(desk.live().snapshot().agentName()).isEqualTo("Name of ann");
      assertThat(desk.platform.count(TOKEN)).isZero();
    }
  }

  @Test
  void desktopToken_ofSomebodyElse_showsNothing() throws Exception {
    try (var desk = new FeedHarness(NO_TOKEN_OF_OURS)) {
      desk.desktopToken = new SecretValue("bob-9");
      desk.watching("ann");

      assertThat(desk.trouble().code()).isEqualTo(Code.SUBJECT_MISMATCH);
    }
  }

  @Test
  void desktopToken_missing_asksToSignIn_andIsTriedAgain() throws Exception {
    try (var desk = new FeedHarness(NO_TOKEN_OF_OURS).watching("ann")) {
      assertThat(desk.trouble().code()).isEqualTo(Code.SIGN_IN);
      desk.desktopToken = new SecretValue("ann-9");

      desk.threads.advance(Duration.ofMinutes(2));

      assertThat(desk.live().trouble()).isEmpty();
    }
  }

  @Test
  void zoneUnknownToPlatform_fallsBack() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.next("/v2/analytics/timezones", status(404, "{}"));
      desk.watching("ann");

      assertThat(desk.live().snapshot().zone()).hasToString("Z");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"code\":\"c4nary\",\"pointer\":\"c4nary\"}",
        "{\"pointer\":\"/a/eyJ-c4nary.x\"}",
        "{\"message\":\"Bearer c4nary\"}",
        "c4nary"
      })
  void refusalThatQuotesTheToken_isToldWithoutIt(String body) throws Exception {
    for (int status : new int[] {400, 401, 403, 404, 409, 418, 500}) {
      try (var desk = new FeedHarness()) {
        desk.platform.next(QUERY, status(status, body));
        desk.platform.next(PERMISSIONS, status(status, body));
        desk.platform.next(TOKEN, status(status, body));
        desk.watching("ann");
        desk.pass(2000);

        assertThat(desk.states + " " + desk.feed.metrics()).doesNotContainIgnoringCase("c4nary");
      }
    }
  }

  @Test
  void anotherPermissionRefusedEachTime_isNoStorm() throws Exception {
    try (var desk = new FeedHarness()) {
      for (int i = 0; i < 100; i++) {
        desk.platform.next(QUERY, status(403, "{\"permission\":\"some:thing" + i + ":view\"}"));
      }
      desk.watching("ann");

      assertThat(desk.trouble().code()).isEqualTo(Code.PERMISSION);
      assertThat(desk.platform.count(QUERY)).isLessThan(10);
    }
  }

  @Test
  void tokenEndpointLimited_goodTokenGoesOn() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.expiresIn = 600;
      desk.watching("ann");
      for (int i = 0; i < 3; i++) {
        desk.platform.next(
            TOKEN,
            new mockwebserver3.MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "120")
                .build());
      }
      desk.pass(360);

      assertThat(desk.live().trouble()).isEmpty();
      assertThat(desk.live().age()).isEqualTo(FeedState.Age.FRESH);
    }
  }

  @Test
  void trendOutOfOrder_leavesTheFigures() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.next(QUERY, status(200, "{\"results\":[]}"));
      desk.platform.next(QUERY, status(200, "{\"results\":[]}"));
      desk.platform.next(QUERY, status(503, ""));
      desk.watching("ann");

      assertThat(desk.live().trouble()).isEmpty();
      assertThat(desk.kpi("waiting").value()).isEqualTo(new KpiValue.NoData());
    }
  }

  @Test
  void queueListedTwice_isOne() throws Exception {
    try (var desk = new FeedHarness()) {
      desk.platform.next(
          "/v2/users/ann/queues",
          status(
              200,
              "{\"entities\":[{\"id\":\"q1\",\"name\":\"A\"},{\"id\":\"q1\",\"name\":\"A\"},"
                  + "{\"id\":\"q2\",\"name\":\"B\"}]}"));
      desk.watching("ann");

      assertThat(desk.live().snapshot().queues()).hasSize(2);
    }
  }

  @Test
  void tagThatNoHeaderCanCarry_isNotSentBack() throws Exception {
    try (var desk = new FeedHarness()) {
      for (int i = 0; i < 4; i++) {
        desk.platform.next(
            QUERY,
            new mockwebserver3.MockResponse.Builder()
                .addHeaderLenient("ETag", "\"\u00e9\"")
                .body("{\"results\":[]}")
                .build());
      }
      desk.watching("ann");
      desk.pass(60);

      assertThat(desk.live().trouble()).isEmpty();
      assertThat(desk.kpi("waiting").value()).isEqualTo(new KpiValue.Number(7));
    }
  }

  @Test
  void noSecretAndNoToken_isInAnyStateOrMetric() throws Exception {
    try (var desk = new FeedHarness().watching("ann")) {
      failForGood(desk);
      desk.pass(120);

      var told = desk.states + " " + desk.feed.metrics();
      assertThat(told).doesNotContain("s3cret", "ann-1");
    }
  }

  private static void failForGood(FeedHarness desk) {
    for (int i = 0; i < 500; i++) {
      desk.platform.next(QUERY, status(500, "<html>oops"));
    }
  }
}
