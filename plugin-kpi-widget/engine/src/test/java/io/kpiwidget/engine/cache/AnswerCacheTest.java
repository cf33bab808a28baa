package io.kpiwidget.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.Row;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerCacheTest {

  private final CacheDesk desk = new CacheDesk();
  private final FakeOrigin origin = desk.origin;

  // fresh

  @Test
  void freshAnswer_isUsedWithoutAsking() throws Exception {
    var first = desk.ask();
    desk.pass(27);
    var second = desk.ask();

    assertThat(second.rows()).isSameAs(first.rows());
    assertThat(desk.ask()).isSameAs(second);
    assertThat(origin.calls).hasSize(1);
    assertThat(desk.cache.counts().hits()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"27, 1", "28, 2"})
  void currentAnswer_isAskedForOnceTheTimeIsOver(long seconds, int calls) throws Exception {
    desk.ask();
    desk.pass(seconds);
    desk.ask(Demand.CURRENT);

    assertThat(origin.calls).hasSize(calls);
  }

  @Test
  void machineThatSlept_hasNoFreshAnswer() throws Exception {
    desk.ask();
    desk.sleep(3600);
    desk.ask(Demand.CURRENT);

    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void machineThatSleptAfterAHit_isNoticedWithinMoments() throws Exception {
    desk.ask();
    desk.ask();
    desk.sleep(3600);
    desk.pass(1);
    desk.ask(Demand.CURRENT);

    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void clockSetBack_keepsNothingFresh() throws Exception {
    desk.ask();
    desk.pass(28);
    desk.sleep(-7200);
    desk.ask(Demand.CURRENT);

    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void timeOnTheWay_countsAsAge() throws Exception {
    origin.meanwhile = () -> desk.pass(5);
    var answer = desk.ask();

    assertThat(answer.age(desk.time)).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void ageOfAnotherCache_isAdded() throws Exception {
    origin.says("Age", "20");
    desk.ask();
    desk.pass(7);
    assertThat(desk.ask().age(desk.time)).isEqualTo(Duration.ofSeconds(27));
    desk.pass(1);
    desk.ask(Demand.CURRENT);

    assertThat(origin.calls).hasSize(2);
  }

  // what the platform says, and how much it counts

  @Test
  void noStore_isHonoured_tenCallsForTen() throws Exception {
    desk.policy = Policy.HONOUR;
    origin.says("Cache-Control", CacheDesk.REAL);
    for (int i = 0; i < 10; i++) {
      desk.ask();
    }

    assertThat(origin.calls).hasSize(10);
    assertThat(desk.cache.counts().keys()).isZero();
  }

  @Test
  void noStore_isOverridden_oneCallForTen() throws Exception {
    origin.says("Cache-Control", CacheDesk.REAL);
    for (int i = 0; i < 10; i++) {
      desk.ask();
    }

    assertThat(origin.calls).hasSize(1);
  }

  @Test
  void answerThatMayNotBeStored_endsTheOneBefore() throws Exception {
    desk.policy = Policy.HONOUR;
    desk.ask();
    origin.says("Cache-Control", "no-store");
    desk.ask(Demand.NEWEST);

    assertThat(desk.cache.counts().keys()).isZero();
    assertThat(desk.cache.counts().bytes()).isZero();
  }

  @Test
  void noCache_isStored_andAlwaysRevalidated() throws Exception {
    desk.policy = Policy.HONOUR;
    origin.says("Cache-Control", "no-cache, max-age=60, stale-while-revalidate=60");
    desk.ask();
    origin.status = 304;
    desk.ask();

    assertThat(origin.last().headers()).containsEntry("If-None-Match", "\"1\"");
    assertThat(desk.background).isEmpty();
  }

  @Test
  void sameAnswer_servesEachByTheirOwnTerms() throws Exception {
    origin.says("Cache-Control", "max-age=5");
    desk.ask();
    desk.pass(10);
    desk.ask();
    assertThat(origin.calls).hasSize(1);
    desk.policy = Policy.HONOUR;
    desk.ask();

    assertThat(origin.calls).hasSize(2);
  }

  // stale

  @Test
  void staleAnswer_isServedAtOnce_andRefreshedOnce() throws Exception {
    var first = desk.ask();
    desk.pass(28);
    origin.body = "two";

    assertThat(desk.ask().version()).isEqualTo(first.version());
    assertThat(desk.ask().version()).isEqualTo(first.version());
    assertThat(origin.calls).hasSize(1);
    desk.settle();
    assertThat(origin.calls).hasSize(2);
    assertThat(desk.ask().version()).isGreaterThan(first.version());
    assertThat(desk.cache.counts().stale()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"39, 1", "40, 2"})
  void staleAnswer_isServedUntilItsTimeIsOver(long seconds, int calls) throws Exception {
    desk.ask();
    desk.pass(seconds);
    desk.ask();

    assertThat(origin.calls).hasSize(calls);
  }

  @ParameterizedTest
  @CsvSource({"69, 1", "70, 2"})
  void staleWhileRevalidate_isHonoured(long seconds, int calls) throws Exception {
    desk.policy = Policy.HONOUR;
    origin.says("Cache-Control", "max-age=60, stale-while-revalidate=10");
    desk.ask();
    desk.pass(seconds);
    desk.ask();

    assertThat(origin.calls).hasSize(calls);
  }

  @Test
  void refreshThatFailed_isNotTriedWithEachLook() throws Exception {
    desk.ask();
    desk.pass(28);
    origin.failure = new Unreachable("503", null);
    for (int i = 0; i < 5; i++) {
      desk.ask();
      desk.settle();
    }

    assertThat(origin.calls).hasSize(2);
    desk.pass(2);
    desk.ask();
    desk.settle();
    assertThat(origin.calls).hasSize(3);
  }

  @Test
  void refreshThatNobodyRuns_freesItsFlight() throws Exception {
    var closed =
        new AnswerCache(
            desk.time,
            origin,
            task -> {
              throw new RejectedExecutionException();
            });
    closed.ask(desk.question("b", Demand.NONE));
    desk.pass(28);
    closed.ask(desk.question("b", Demand.NONE));
    closed.ask(desk.question("b", Demand.CURRENT));

    assertThat(origin.calls).hasSize(2);
  }

  // failures

  @ParameterizedTest
  @CsvSource({"69, true", "70, false"})
  void staleIfError_isHonoured(long seconds, boolean served) throws Exception {
    desk.policy = Policy.HONOUR;
    origin.says("Cache-Control", "max-age=60, stale-if-error=10");
    var first = desk.ask();
    desk.pass(seconds);
    origin.failure = new Unreachable("503", null);

    if (served) {
      assertThat(desk.ask().version()).isEqualTo(first.version());
    } else {
      assertThatThrownBy(desk::ask).isSameAs(origin.failure);
    }
  }

  @ParameterizedTest
  @CsvSource({"299, true", "300, false"})
  void staleAnswer_standsInForFailuresUntilItExpires(long seconds, boolean served)
      throws Exception {
    desk.ask();
    desk.pass(seconds);
    origin.failure = new Unreachable("503", null);

    if (served) {
      assertThat(desk.ask().cacheStatus(desk.time)).contains("detail=sie");
    } else {
      assertThatThrownBy(desk::ask).isSameAs(origin.failure);
    }
  }

  @Test
  void mustRevalidate_allowsNothingStale() throws Exception {
    desk.policy = Policy.HONOUR;
    origin.says(
        "Cache-Control",
        "max-age=60, must-revalidate, stale-if-error=99, stale-while-revalidate=9");
    desk.ask();
    desk.pass(60);
    origin.failure = new Unreachable("503", null);

    assertThatThrownBy(desk::ask).isInstanceOf(Unreachable.class);
  }

  @Test
  void currentAnswer_isNotReplacedByAStaleOne() throws Exception {
    desk.ask();
    desk.pass(28);
    origin.failure = new Unreachable("503", null);

    assertThatThrownBy(() -> desk.ask(Demand.CURRENT)).isSameAs(origin.failure);
  }

  @Test
  void limit_isBridgedByAStaleAnswer_ifOurPolicySaysSo() throws Exception {
    desk.ask();
    desk.pass(41);
    origin.failure = new RateLimited(Duration.ofSeconds(30));

    assertThat(desk.ask().cacheStatus(desk.time)).contains("detail=sie");
    assertThat(desk.cache.counts().limited429()).isEqualTo(1);
  }

  @Test
  void limit_isNoErrorToThePlatformsOwnStaleIfError() throws Exception {
    desk.policy = Policy.HONOUR;
    origin.says("Cache-Control", "max-age=1, stale-if-error=99");
    desk.ask();
    desk.pass(2);
    origin.failure = new RateLimited(Duration.ofSeconds(30));

    assertThatThrownBy(desk::ask).isSameAs(origin.failure);
  }

  @Test
  void limit_isLeftToTheGate() {
    origin.failure = new RateLimited(Duration.ofSeconds(30));
    assertThatThrownBy(desk::ask).isSameAs(origin.failure);
    assertThatThrownBy(desk::ask).isSameAs(origin.failure);

    assertThat(origin.calls).hasSize(2);
  }

  static List<PlatformException> refusals() {
    return List.of(new NotPermitted("p"), new NotUnderstood("404", ""), new SignInRequired("401"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusal_isNeverBridged(PlatformException refusal) throws Exception {
    desk.ask();
    desk.pass(41);
    origin.failure = refusal;

    assertThatThrownBy(desk::ask).isSameAs(refusal);
  }

  @ParameterizedTest
  @CsvSource({"59, 1", "60, 2"})
  void questionNotUnderstood_isNotRepeatedForAMinute(long seconds, int calls) {
    origin.failure = new NotUnderstood("400", "");
    assertThatThrownBy(desk::ask).isSameAs(origin.failure);
    desk.pass(seconds);
    assertThatThrownBy(() -> desk.ask(Demand.CURRENT)).isSameAs(origin.failure);

    assertThat(origin.calls).hasSize(calls);
  }

  @Test
  void questionNotUnderstood_saysNothingOfOthers() throws Exception {
    origin.failure = new NotUnderstood("400", "");
    assertThatThrownBy(desk::ask).isSameAs(origin.failure);
    origin.failure = null;
    desk.cache.ask(desk.question("other", Demand.NONE));

    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void person_isNotToldAnOldRefusal() throws Exception {
    origin.failure = new NotUnderstood("400", "");
    assertThatThrownBy(desk::ask).isSameAs(origin.failure);
    origin.failure = null;
    desk.ask(Demand.NEWEST);

    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void success_endsTheSetback() throws Exception {
    origin.failure = new NotUnderstood("400", "");
    assertThatThrownBy(desk::ask).isSameAs(origin.failure);
    origin.failure = null;
    desk.ask(Demand.NEWEST);
    desk.pass(29);
    desk.ask(Demand.CURRENT);

    assertThat(origin.calls).hasSize(3);
  }

  @Test
  void unreachable_isTriedLessAndLess() {
    origin.failure = new Unreachable("503", null);
    for (int second = 0; second < 120; second++) {
      assertThatThrownBy(desk::ask).isSameAs(origin.failure);
      desk.pass(1);
    }

    assertThat(origin.calls).hasSizeBetween(6, 8);
  }

  @Test
  void answerThatMakesNoSense_leavesWhatIsThere() throws Exception {
    desk.ask();
    desk.pass(28);
    var nonsense = new BadAnswer("no JSON");
    origin.body = "<html>";
    var question = desk.question("b", Demand.CURRENT);
    assertThatThrownBy(
            () ->
                desk.cache.ask(
                    new AnswerCache.Question(
                        question.key(),
                        question.call(),
                        answer -> {
                          throw nonsense;
                        },
                        question.terms(),
                        question.demand())))
        .isSameAs(nonsense);

    assertThat(desk.ask().cacheStatus(desk.time)).contains("detail=swr");
  }

  // 304, 412, digest

  @ParameterizedTest
  @ValueSource(ints = {304, 412})
  void notModified_confirmsWithoutAParse(int status) throws Exception {
    var first = desk.ask();
    desk.pass(28);
    origin.status = status;
    var second = desk.ask(Demand.CURRENT);

    assertThat(origin.last().headers()).containsEntry("If-None-Match", "\"1\"");
    assertThat(second.version()).isEqualTo(first.version());
    assertThat(second.rows()).isSameAs(first.rows());
    assertThat(second.asOf()).isEqualTo(first.asOf().plusSeconds(28));
    var counts = desk.cache.counts();
    assertThat(counts.parses()).isEqualTo(1);
    assertThat(counts.confirmed304()).isEqualTo(status == 304 ? 1 : 0);
    assertThat(counts.confirmed412()).isEqualTo(status == 412 ? 1 : 0);
  }

  @Test
  void confirmation_makesFreshByItsOwnWord() throws Exception {
    desk.policy = Policy.HONOUR;
    origin.says("Cache-Control", "max-age=5");
    origin.says("Age", "4");
    desk.ask();
    desk.pass(1);
    origin.status = 304;
    origin.says("Cache-Control", "max-age=60");
    origin.says("Age", null);
    desk.ask();
    desk.pass(59);
    desk.ask();

    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void confirmationOfAnotherVersion_isAskedAgainWithoutCondition() throws Exception {
    desk.ask();
    desk.pass(28);
    origin.statuses.addAll(List.of(304, 200));
    origin.says("ETag", "\"2\"");
    origin.body = "two";
    var answer = desk.ask(Demand.CURRENT);

    assertThat(origin.calls).hasSize(3);
    assertThat(origin.last().isConditional()).isFalse();
    assertThat(answer.etag()).contains("\"2\"");
  }

  @Test
  void weakTag_isSentAsItCame_andMatchesItsStrongTwin() throws Exception {
    origin.says("ETag", "W/\"1\"");
    desk.ask();
    desk.pass(28);
    origin.status = 304;
    origin.says("ETag", "\"1\"");
    desk.ask(Demand.CURRENT);

    assertThat(origin.last().headers()).containsEntry("If-None-Match", "W/\"1\"");
    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void post_isNeverAskedByDate() throws Exception {
    origin.says("ETag", null);
    origin.says("Last-Modified", Told.date(-60));
    desk.ask();
    desk.pass(28);
    desk.ask(Demand.CURRENT);

    assertThat(origin.last().isConditional()).isFalse();
  }

  @Test
  void sameBody_isNotParsedAgain() throws Exception {
    origin.says("ETag", null);
    var first = desk.ask();
    desk.pass(28);
    var second = desk.ask(Demand.CURRENT);

    assertThat(second.version()).isEqualTo(first.version());
    assertThat(second.rows()).isSameAs(first.rows());
    assertThat(desk.cache.counts().parses()).isEqualTo(1);
  }

  @Test
  void changedBody_isANewVersion() throws Exception {
    var first = desk.ask();
    desk.pass(28);
    origin.body = "two";
    origin.says("ETag", "\"2\"");

    assertThat(desk.ask(Demand.CURRENT).version()).isGreaterThan(first.version());
  }

  @Test
  void evictedMeanwhile_isAskedForWithoutCondition() throws Exception {
    desk.ask();
    desk.cache.invalidate(desk.question("b", Demand.NONE).key());
    desk.ask();

    assertThat(origin.last().isConditional()).isFalse();
  }

  @Test
  void droppedWhileItIsConfirmed_isNeverAnEmptyAnswer() throws Exception {
    desk.rows = rows(3);
    desk.ask();
    desk.pass(28);
    origin.status = 304;
    origin.meanwhile = () -> desk.cache.invalidate(desk.question("b", Demand.NONE).key());

    assertThat(desk.ask(Demand.CURRENT).rows()).hasSize(3);
  }

  @Test
  void confirmationThatNobodyAskedFor_isNotKept() throws Exception {
    origin.says("ETag", "\"2\"");
    origin.status = 304;
    desk.ask();
    desk.ask();

    assertThat(origin.calls).hasSize(2);
    assertThat(desk.cache.counts().keys()).isZero();
  }

  @Test
  void confirmationUnderWayDuringAPurge_landsNowhere() throws Exception {
    desk.ask();
    desk.pass(28);
    origin.status = 304;
    origin.meanwhile = desk.cache::purge;
    assertThatThrownBy(() -> desk.ask(Demand.CURRENT)).isInstanceOf(Unreachable.class);

    assertThat(desk.cache.counts().keys()).isZero();
  }

  // what the asking side wants

  @Test
  void newest_asksAlthoughFresh() throws Exception {
    desk.ask();
    desk.ask(Demand.NEWEST);

    assertThat(origin.calls).hasSize(2);
    assertThat(origin.last().isConditional()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "max-age=10, 10, 1",
    "max-age=10, 11, 2",
    "min-fresh=8, 19, 1",
    "min-fresh=8, 20, 2",
    "no-cache, 0, 2",
    "only-if-cached, 27, 1"
  })
  void requestDirective_isObeyed(String field, long seconds, int calls) throws Exception {
    desk.ask();
    desk.pass(seconds);
    desk.ask(Demand.of(field));

    assertThat(origin.calls).hasSize(calls);
  }

  @Test
  void onlyIfCached_isNeverAsked() {
    assertThatThrownBy(() -> desk.ask(Demand.of("only-if-cached"))).isInstanceOf(Unreachable.class);

    assertThat(origin.calls).isEmpty();
  }

  // Vary

  @Test
  void variants_areKeptBesideEachOther() throws Exception {
    origin.says("Vary", "Accept-Language");
    desk.cache.ask(inLanguage("en"));
    desk.cache.ask(inLanguage("de"));
    desk.cache.ask(inLanguage("en"));
    desk.cache.ask(inLanguage("de"));

    assertThat(origin.calls).hasSize(2);
    assertThat(desk.cache.counts().keys()).isEqualTo(1);
  }

  @Test
  void ninthVariant_takesTheFirstOnesPlace() throws Exception {
    origin.says("Vary", "Accept-Language");
    for (int i = 1; i <= 9; i++) {
      desk.cache.ask(inLanguage("l" + i));
    }
    desk.cache.ask(inLanguage("l2"));
    assertThat(origin.calls).hasSize(9);
    desk.cache.ask(inLanguage("l1"));

    assertThat(origin.calls).hasSize(10);
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void answerChosenByAnything_isNotKept(Policy policy) throws Exception {
    desk.policy = policy;
    origin.says("Vary", "*");
    desk.ask();
    desk.ask();

    assertThat(origin.calls).hasSize(2);
  }

  // leaving, purging

  @Test
  void wiped_asksWithoutCondition() throws Exception {
    desk.ask();
    desk.cache.wipe();
    desk.ask();

    assertThat(origin.last().isConditional()).isFalse();
    assertThat(desk.cache.counts().keys()).isEqualTo(1);
  }

  @Test
  void answerUnderWayDuringWipe_landsNowhere() throws Exception {
    origin.meanwhile = desk.cache::wipe;
    assertThatThrownBy(desk::ask).isInstanceOf(Unreachable.class);
    assertThat(desk.cache.counts().keys()).isZero();
    origin.meanwhile = () -> {};
    desk.ask();

    assertThat(origin.calls).hasSize(2);
    assertThat(origin.last().isConditional()).isFalse();
  }

  @Test
  void staleAnswerThatWasDroppedMeanwhile_standsInForNothing() throws Exception {
    desk.ask();
    desk.pass(41);
    origin.meanwhile = desk.cache::wipe;

    assertThatThrownBy(desk::ask).isInstanceOf(Unreachable.class);
  }

  @Test
  void purged_forgetsAnswers_butNotRefusals() throws Exception {
    desk.cache.ask(desk.question("other", Demand.NONE));
    origin.failure = new NotUnderstood("400", "");
    assertThatThrownBy(desk::ask).isSameAs(origin.failure);
    desk.cache.purge();
    assertThatThrownBy(desk::ask).isSameAs(origin.failure);

    assertThat(desk.cache.counts().keys()).isZero();
    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void refreshLeftForLater_landsNowhereAfterAWipe() throws Exception {
    desk.ask();
    desk.pass(28);
    desk.ask();
    desk.cache.wipe();
    desk.settle();

    assertThat(desk.cache.counts().keys()).isZero();
  }

  @Test
  void refusal_purgesAllOfTheSubject() throws Exception {
    desk.ask();
    desk.cache.ask(desk.question("other", Demand.NONE));
    desk.cache.ask(desk.question("bob", "b", Map.of(), Demand.NONE));
    origin.failure = new NotPermitted("p");
    assertThatThrownBy(() -> desk.cache.ask(desk.question("third", Demand.NONE)))
        .isSameAs(origin.failure);

    assertThat(desk.cache.counts().keys()).isEqualTo(1); // bob's
    assertThat(desk.cache.counts().purges()).isEqualTo(1);
  }

  @Test
  void refusal_isNotRepeatedForAMinute() {
    origin.failure = new NotPermitted("p");
    assertThatThrownBy(desk::ask).isSameAs(origin.failure);
    desk.pass(59);
    assertThatThrownBy(() -> desk.ask(Demand.CURRENT)).isSameAs(origin.failure);
    assertThat(origin.calls).hasSize(1);
    desk.pass(1);
    assertThatThrownBy(() -> desk.ask(Demand.CURRENT)).isSameAs(origin.failure);

    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void answerUnderWayDuringAPurge_landsNowhere() throws Exception {
    desk.ask();
    desk.pass(28);
    desk.ask(); // a refresh waits
    origin.failure = new NotPermitted("p");
    assertThatThrownBy(() -> desk.cache.ask(desk.question("other", Demand.NONE)))
        .isSameAs(origin.failure);
    origin.failure = null;
    desk.settle();

    assertThat(desk.cache.counts().keys()).isZero();
  }

  @Test
  void signInRefused_purgesAllOfTheSubject() throws Exception {
    desk.ask();
    desk.pass(28);
    origin.failure = new SignInRequired("401");
    assertThatThrownBy(() -> desk.ask(Demand.CURRENT)).isSameAs(origin.failure);

    assertThat(desk.cache.counts().keys()).isZero();
  }

  @Test
  void afterARefusal_theFirstQuestionHasNoConditionAndNothingOld() throws Exception {
    desk.ask();
    desk.pass(28);
    origin.failure = new NotPermitted("p");
    assertThatThrownBy(() -> desk.ask(Demand.CURRENT)).isSameAs(origin.failure);
    desk.pass(60);
    origin.failure = new Unreachable("503", null);
    assertThatThrownBy(desk::ask).isSameAs(origin.failure); // nothing stands in
    desk.pass(60);
    origin.failure = null;
    desk.ask();

    assertThat(origin.last().isConditional()).isFalse();
  }

  @Test
  void limit_isBridged_thenOver_andTheTagIsStillKnown() throws Exception {
    var first = desk.ask();
    desk.pass(41);
    origin.failure = new RateLimited(Duration.ofSeconds(30));
    assertThat(desk.ask().version()).isEqualTo(first.version());
    desk.pass(30);
    origin.failure = null;
    origin.status = 304;

    assertThat(desk.ask().cacheStatus(desk.time)).contains("fwd=stale; fwd-status=304");
    assertThat(desk.cache.counts().parses()).isEqualTo(1);
  }

  // isolation

  @Test
  void sameQuestionOfAnotherAgent_sharesNeitherAnswerNorFlight() throws Exception {
    var bob = desk.question("bob", "b", Map.of(), Demand.NONE);
    origin.meanwhile =
        () -> {
          origin.meanwhile = () -> {};
          desk.cache.ask(bob); // while ann's is under way
        };
    desk.ask();
    desk.ask();
    desk.cache.ask(bob);

    assertThat(origin.calls).hasSize(2);
    assertThat(desk.cache.counts().coalesced()).isZero();
  }

  // bounds

  @Test
  void subject_hasSixtyFourKeys_theOneNotLookedAtGoes() throws Exception {
    for (int i = 0; i < 64; i++) {
      desk.cache.ask(desk.question("q" + i, Demand.NONE));
    }
    desk.pass(1);
    desk.cache.ask(desk.question("q0", Demand.NONE));
    desk.cache.ask(desk.question("q64", Demand.NONE));
    assertThat(desk.cache.counts().keys()).isEqualTo(64);
    desk.cache.ask(desk.question("q0", Demand.NONE));

    assertThat(origin.calls).hasSize(65);
  }

  @Test
  void oversizeAnswer_passesThrough_andIsCounted() throws Exception {
    desk.rows = rows(3000);
    assertThat(desk.ask().rows()).hasSize(3000);
    desk.ask();

    assertThat(origin.calls).hasSize(2);
    assertThat(desk.cache.counts().oversize()).isEqualTo(2);
    assertThat(desk.cache.counts().bytes()).isZero();
  }

  @Test
  void allTogether_stayBelowEightMegabytes() throws Exception {
    desk.rows = rows(1200);
    for (int i = 0; i < 40; i++) {
      desk.cache.ask(desk.question("q" + i, Demand.NONE));
      assertThat(desk.cache.counts().bytes()).isLessThanOrEqualTo(8 << 20);
    }

    assertThat(desk.cache.counts().keys()).isBetween(10, 39);
  }

  // Cache-Status

  @Test
  void cacheStatus_tellsWhereAnAnswerIsFrom() throws Exception {
    assertThat(status(Demand.NONE))
        .isEqualTo("kpi-l1; fwd=uri-miss; fwd-status=200; stored; ttl=28");
    desk.pass(16);
    assertThat(status(Demand.NONE)).isEqualTo("kpi-l1; hit; ttl=12");
    desk.pass(20);
    assertThat(status(Demand.NONE)).isEqualTo("kpi-l1; hit; ttl=-8; detail=swr");
    origin.status = 304;
    assertThat(status(Demand.NEWEST))
        .isEqualTo("kpi-l1; fwd=stale; fwd-status=304; stored; ttl=28");
    assertThat(status(Demand.NEWEST))
        .isEqualTo("kpi-l1; fwd=request; fwd-status=304; stored; ttl=28");
  }

  @Test
  void cacheStatus_tellsOfFailuresAndVariants() throws Exception {
    origin.says("Vary", "Accept-Language");
    desk.cache.ask(inLanguage("en"));
    assertThat(desk.cache.ask(inLanguage("de")).cacheStatus(desk.time))
        .isEqualTo("kpi-l1; fwd=vary-miss; fwd-status=200; stored; ttl=28");
    desk.pass(41);
    origin.failure = new Unreachable("503", null);
    assertThat(desk.cache.ask(inLanguage("de")).cacheStatus(desk.time))
        .isEqualTo("kpi-l1; hit; ttl=-13; detail=sie");
  }

  @Test
  void cacheStatus_ofWhatIsNotKept() throws Exception {
    origin.says("Vary", "*");

    assertThat(status(Demand.NONE)).isEqualTo("kpi-l1; fwd=uri-miss; fwd-status=200");
  }

  // ages

  @Test
  void ages_areCountedAsAnswersAreHandedOn() throws Exception {
    desk.ask(); // 0 s old
    desk.pass(5);
    desk.ask(); // fresh
    desk.pass(25);
    desk.ask(); // 30 s, stale
    desk.settle(); // nobody is handed what a refresh brings
    desk.pass(299);
    origin.failure = new Unreachable("503", null);
    desk.ask(); // in place of a failure
    desk.pass(1);
    assertThatThrownBy(desk::ask).isInstanceOf(Unreachable.class);

    assertThat(desk.cache.counts().ages()).containsExactly(1L, 1L, 0L, 1L, 1L, 0L);
  }

  @Test
  void age_countsFromWhereTheAnswerWasMade() throws Exception {
    origin.says("Age", "400");
    desk.ask();
    desk.ask();

    assertThat(desk.cache.counts().ages()).containsExactly(0L, 0L, 0L, 0L, 0L, 2L);
  }

  private String status(Demand demand) throws PlatformException {
    return desk.ask(demand).cacheStatus(desk.time);
  }

  private AnswerCache.Question inLanguage(String language) {
    return desk.question("ann", "b", Map.of("Accept-Language", language), Demand.NONE);
  }

  private static List<Row> rows(int number) {
    return Collections.nCopies(number, new Row(Map.of(), Optional.empty(), Map.of()));
  }
}
