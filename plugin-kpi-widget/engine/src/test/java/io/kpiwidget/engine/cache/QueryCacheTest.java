package io.kpiwidget.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.Row;
import io.kpiwidget.engine.platform.Time;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class QueryCacheTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final AtomicLong nanos = new AtomicLong();
  private final Time time = new Time(Clock.fixed(NOON, ZoneOffset.UTC), nanos::get);
  private final Origin origin = new Origin();
  private final QueryCache cache = new QueryCache(time, origin);

  @Test
  void freshAnswer_isUsedWithoutAsking() throws Exception {
    var first = ask();
    pass(27);

    assertThat(ask()).isSameAs(first);
    assertThat(origin.calls).hasSize(1);
  }

  @Test
  void newest_asksAlthoughFresh() throws Exception {
    ask();
    cache.ask(question("b", true));

    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void notModified_confirmsWithoutAParse() throws Exception {
    var first = ask();
    pass(28);
    origin.status = 304;
    origin.at = NOON.plusSeconds(28);
    var second = ask();

    assertThat(origin.calls.get(1).headers()).containsEntry("If-None-Match", "\"1\"");
    assertThat(second.version()).isEqualTo(first.version());
    assertThat(second.asOf()).isEqualTo(NOON.plusSeconds(28));
    assertThat(cache.parses()).isEqualTo(1);
  }

  @Test
  void preconditionFailed_meansNotModified() throws Exception {
    var first = ask();
    pass(28);
    origin.status = 412;

    assertThat(ask().rows()).isEqualTo(first.rows());
    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void notModifiedAboutAnotherVersion_isAskedAgainWithoutCondition() throws Exception {
    ask();
    pass(28);
    origin.statuses = new ArrayList<>(List.of(304, 200));
    origin.etag = "\"2\"";
    origin.body = "two";
    var answer = ask();

    assertThat(origin.calls).hasSize(3);
    assertThat(origin.calls.get(2).isConditional()).isFalse();
    assertThat(answer.etag()).contains("\"2\"");
  }

  @Test
  void weakTag_isSentAsItCame_andMatchesItsStrongTwin() throws Exception {
    origin.etag = "W/\"1\"";
    ask();
    pass(28);
    origin.status = 304;
    origin.etag = "\"1\"";
    ask();

    assertThat(origin.calls.get(1).headers()).containsEntry("If-None-Match", "W/\"1\"");
    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void originWithoutTags_sameBody_isNotParsedAgain() throws Exception {
    origin.etag = null;
    var first = ask();
    pass(28);
    var second = ask();

    assertThat(origin.calls.get(1).isConditional()).isFalse();
    assertThat(second.version()).isEqualTo(first.version());
    assertThat(cache.parses()).isEqualTo(1);
  }

  @Test
  void changedBody_isANewVersion() throws Exception {
    var first = ask();
    pass(28);
    origin.body = "two";
    origin.etag = "\"2\"";

    assertThat(ask().version()).isGreaterThan(first.version());
  }

  @Test
  void wiped_asksWithoutCondition() throws Exception {
    ask();
    cache.wipe();
    ask();

    assertThat(origin.calls.get(1).isConditional()).isFalse();
  }

  @Test
  void answerUnderWayDuringWipe_isNotKept() throws Exception {
    origin.meanwhile = cache::wipe;
    ask();
    origin.meanwhile = () -> {};
    ask();

    assertThat(origin.calls).hasSize(2);
    assertThat(origin.calls.get(1).isConditional()).isFalse();
  }

  @Test
  void failure_leavesWhatIsThere() throws Exception {
    ask();
    pass(28);
    origin.failure = new Unreachable("503", null);
    assertThatThrownBy(this::ask).isInstanceOf(Unreachable.class);
    origin.failure = null;
    origin.status = 304;

    assertThat(ask().rows()).isEmpty();
    assertThat(cache.parses()).isEqualTo(1);
  }

  @Test
  void key_keepsSubjectsPermissionsAndTenantsApart() throws Exception {
    cache.ask(question("b", false));
    cache.ask(question("c", false));
    var call = question("b", false).call();
    assertThat(QueryKey.of("t", "ann", "p", call))
        .isNotEqualTo(QueryKey.of("t", "bob", "p", call))
        .isNotEqualTo(QueryKey.of("t", "ann", "p2", call))
        .isNotEqualTo(QueryKey.of("u", "ann", "p", call));

    assertThat(origin.calls).hasSize(2);
  }

  @Test
  void fiftyCallers_cold_oneCall() throws Exception {
    var pool = Executors.newCachedThreadPool();
    var go = new CountDownLatch(1);
    var waiting = new AtomicInteger();
    origin.meanwhile =
        () -> {
          try {
            go.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    try {
      var answers = new ArrayList<Future<CachedAnswer>>();
      for (int i = 0; i < 50; i++) {
        answers.add(
            pool.submit(
                () -> {
                  if (waiting.incrementAndGet() == 50) {
                    go.countDown();
                  }
                  return ask();
                }));
      }
      for (var answer : answers) {
        assertThat(answer.get().version()).isEqualTo(1);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(origin.calls).hasSize(1);
  }

  private CachedAnswer ask() throws PlatformException {
    return cache.ask(question("b", false));
  }

  private void pass(long seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }

  private static QueryCache.Question question(String body, boolean newest) {
    var call =
        new HttpCall(
            HttpCall.Kind.API,
            "POST",
            "/q",
            URI.create("http://localhost/q"),
            Map.of(),
            Optional.of(new HttpCall.Content("application/json", body)));
    return new QueryCache.Question(
        QueryKey.of("t", "ann", "p", call),
        call,
        answer -> List.<Row>of(),
        Freshness.Times.of(Duration.ofSeconds(30)),
        newest);
  }

  /** A platform that answers as it is told. */
  private final class Origin implements Platform {

    final List<HttpCall> calls = java.util.Collections.synchronizedList(new ArrayList<>());
    int status = 200;
    List<Integer> statuses = new ArrayList<>();
    @Nullable String etag = "\"1\"";
    String body = "one";
    Instant at = NOON;
    @Nullable PlatformException failure;
    Runnable meanwhile = () -> {};

    @Override
    public HttpAnswer exchange(HttpCall call) throws PlatformException {
      calls.add(call);
      meanwhile.run();
      if (failure != null) {
        throw failure;
      }
      int code = statuses.isEmpty() ? status : statuses.remove(0);
      Map<String, String> headers = etag == null ? Map.of() : Map.of("etag", etag);
      return new HttpAnswer(code, headers, code == 200 ? body : "", time.now(), at);
    }

    @Override
    public Instant now() {
      return at;
    }
  }
}
