package io.kpiwidget.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.cache.AnswerCache.Question;
import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.Row;
import io.kpiwidget.engine.platform.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Agents come and go while others ask: what was asked for one never reaches the next. */
@Timeout(30)
final class FenceTest implements Platform {

  private static final int ASKERS = 4;
  private static final int QUESTIONS = 4000;
  private static final int KEYS = 3;

  private final AtomicInteger agent = new AtomicInteger();
  private final AtomicInteger left = new AtomicInteger();
  private final Time time = new Time(Clock.systemUTC(), System::nanoTime);
  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final AnswerCache cache = new AnswerCache(time, this, pool);

  @AfterEach
  void close() {
    pool.shutdownNow();
  }

  @Test
  void answers_neverComeFromBeforeAWipe() throws Exception {
    var askers = new ArrayList<Future<Integer>>();
    for (int i = 0; i < ASKERS; i++) {
      askers.add(pool.submit(asker(i)));
    }
    while (!askers.stream().allMatch(Future::isDone)) {
      int next = agent.incrementAndGet();
      cache.wipe();
      left.set(next);
      Thread.onSpinWait();
    }
    int answered = 0;
    for (var asker : askers) {
      answered += asker.get();
    }

    assertThat(answered).isGreaterThan(QUESTIONS / 10);
    assertThat(cache.counts().keys()).isLessThanOrEqualTo(KEYS);
  }

  private Callable<Integer> asker(int number) {
    return () -> {
      int answered = 0;
      for (int i = 0; i < QUESTIONS; i++) {
        int before = left.get();
        var demand = i % 5 == 0 ? Demand.NEWEST : Demand.NONE;
        try {
          assertThat(agentOf(cache.ask(question((i + number) % KEYS, demand))))
              .isGreaterThanOrEqualTo(before);
          answered++;
        } catch (Unreachable e) {
          assertThat(e).hasMessageContaining("dropped");
        }
      }
      return answered;
    };
  }

  private static int agentOf(CachedAnswer answer) {
    return Integer.parseInt(String.valueOf(answer.rows().get(0).group().get("agent")));
  }

  private static Question question(int key, Demand demand) throws PlatformException {
    var call = CacheDesk.call("q" + key, Map.of());
    // stale at once, so that refreshes run behind the askers' backs
    var times = new Freshness.Times(Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(30));
    return new Question(
        QueryKey.of("t", "ann", "p", call),
        call,
        answer -> List.of(new Row(Map.of("agent", answer.body()), Optional.empty(), Map.of())),
        new Terms(Policy.OVERRIDE, times),
        demand);
  }

  @Override
  public HttpAnswer exchange(HttpCall call) {
    var sent = time.now();
    var body = Integer.toString(agent.get());
    Thread.onSpinWait();
    return new HttpAnswer(200, Map.of(), body, sent, now());
  }

  @Override
  public Instant now() {
    return time.clock().instant();
  }
}
