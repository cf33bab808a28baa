package io.kpiwidget.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many who ask at once. */
@Timeout(20)
final class FlightTest {

  private static final int MANY = 50;

  private final CacheDesk desk = new CacheDesk();
  private final FakeOrigin origin = desk.origin;
  private final ExecutorService pool = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    pool.shutdownNow();
  }

  @Test
  void coldStorm_isOneCall() throws Exception {
    origin.meanwhile = this::untilAllWait;
    for (var answer : storm(Demand.NONE)) {
      assertThat(answer.get().version()).isEqualTo(1);
    }

    assertThat(origin.calls).hasSize(1);
    assertThat(desk.cache.counts().coalesced()).isEqualTo(MANY - 1);
  }

  @Test
  void failure_isShared() {
    origin.meanwhile = this::untilAllWait;
    origin.failure = new Unreachable("503", null);

    for (var answer : storm(Demand.NONE)) {
      assertThatThrownBy(answer::get).hasCause(origin.failure);
    }
    assertThat(origin.calls).hasSize(1);
  }

  @Test
  void answerThatMayNotBeKept_isSharedByThoseWhoWait_andByNobodyAfter() throws Exception {
    desk.policy = Policy.HONOUR;
    origin.says("Cache-Control", "no-store");
    origin.meanwhile = this::untilAllWait;
    for (var answer : storm(Demand.NONE)) {
      assertThat(answer.get().version()).isEqualTo(1);
    }
    assertThat(origin.calls).hasSize(1);
    origin.meanwhile = () -> {};
    desk.ask();

    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void newest_isSharedToo() throws Exception {
    desk.ask();
    origin.meanwhile = this::untilAllWait;
    for (var answer : storm(Demand.NEWEST)) {
      answer.get();
    }

    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void backgroundRefresh_isJoinedByWhoWaits() throws Exception {
    desk.ask();
    desk.pass(28);
    desk.ask();
    var begun = new CountDownLatch(1);
    origin.meanwhile =
        () -> {
          begun.countDown();
          until(1);
        };
    var refresh = pool.submit(desk.background.remove());
    await(begun);

    assertThat(desk.ask(Demand.CURRENT).cacheStatus(desk.time)).contains("collapsed");
    assertThat(refresh.get()).isNull();
    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void backgroundRefreshWithoutAThread_isTakenOverByWhoWaits() throws Exception {
    desk.ask();
    desk.pass(28);
    desk.ask();

    assertThat(desk.ask(Demand.CURRENT).cacheStatus(desk.time)).contains("fwd=stale");
    desk.settle();
    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void leaderWhoDies_freesTheFlight() throws Exception {
    origin.meanwhile =
        () -> {
          untilAllWait();
          throw new LinkageError("unloaded");
        };
    for (var answer : storm(Demand.NONE)) {
      assertThatThrownBy(answer::get).isInstanceOf(ExecutionException.class);
    }
    origin.meanwhile = () -> {};

    assertThat(desk.ask().version()).isEqualTo(1);
  }

  @Test
  void interruptedWhileWaiting_isUnreachable_andStaysInterrupted() {
    var flight = new Flight(CacheDesk.call("b", Map.of()), 0);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> flight.await(Duration.ofSeconds(5))).isInstanceOf(Unreachable.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void waiting_hasAnEnd() {
    var flight = new Flight(CacheDesk.call("b", Map.of()), 0);

    assertThatThrownBy(() -> flight.await(Duration.ofMillis(1))).isInstanceOf(Unreachable.class);
    assertThat(Flight.LONGEST_WAIT).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void otherLanguage_isNotServedByTheSameFlight() throws Exception {
    var leaderAsks = new CountDownLatch(1);
    var german = desk.question("ann", "b", Map.of("Accept-Language", "de"), Demand.NONE);
    var english = desk.question("ann", "b", Map.of("Accept-Language", "en"), Demand.NONE);
    var go = new CountDownLatch(1);
    origin.meanwhile =
        () -> {
          leaderAsks.countDown();
          await(go);
        };
    var first = pool.submit(() -> desk.cache.ask(german));
    await(leaderAsks);
    origin.meanwhile = () -> {};
    desk.cache.ask(english);
    go.countDown();
    first.get();

    assertThat(origin.calls).hasSize(2);
    assertThat(desk.cache.counts().coalesced()).isZero();
  }

  @Test
  void whoAsksAfterAWipe_doesNotWaitForAnAnswerFromBefore() throws Exception {
    var leaderAsks = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    origin.meanwhile =
        () -> {
          leaderAsks.countDown();
          await(go);
        };
    var first = pool.submit(() -> desk.ask());
    await(leaderAsks);
    desk.cache.wipe();
    origin.meanwhile = () -> {};

    assertThat(desk.ask().cacheStatus(desk.time)).contains("uri-miss").doesNotContain("collapsed");
    go.countDown();
    assertThatThrownBy(first::get).hasCauseInstanceOf(Unreachable.class);
    assertThat(desk.cache.counts().keys()).isEqualTo(1);
  }

  private List<Future<CachedAnswer>> storm(Demand demand) {
    var answers = new ArrayList<Future<CachedAnswer>>();
    for (int i = 0; i < MANY; i++) {
      answers.add(pool.submit(() -> desk.ask(demand)));
    }
    return answers;
  }

  private void untilAllWait() {
    until(MANY - 1);
  }

  private void until(int waiting) {
    while (desk.cache.counts().coalesced() < waiting) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
