package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.cache.AnswerCache.Question;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.Row;
import io.kpiwidget.engine.platform.Time;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;

/** A cache on virtual time, with background work that runs when a test says so. */
final class CacheDesk {

  /** What the guide's platform, and the real one, say. */
  static final String REAL = "no-cache, no-store, must-revalidate";

  private Instant wall = Instant.parse("2026-11-23T12:00:00Z");
  private long nanos = Long.MAX_VALUE - 1_000_000_000L; // wraps: it is allowed to

  final Time time = new Time(((InstantSource) () -> wall).withZone(ZoneOffset.UTC), () -> nanos);
  final FakeOrigin origin = new FakeOrigin(time);
  final Queue<Runnable> background = new ArrayDeque<>();
  final AnswerCache cache =
      new AnswerCache(time, origin, background::add, new Random(1), Storable.FIGURES);

  Policy policy = Policy.OVERRIDE;
  Freshness.Times times = Freshness.Times.of(Duration.ofSeconds(30));
  List<Row> rows = List.of();

  void pass(long seconds) {
    nanos += Duration.ofSeconds(seconds).toNanos();
    wall = wall.plusSeconds(seconds);
  }

  /** The machine sleeps: only the wall clock goes on. */
  void sleep(long seconds) {
    wall = wall.plusSeconds(seconds);
  }

  CachedAnswer ask() throws PlatformException {
    return ask(Demand.NONE);
  }

  CachedAnswer ask(Demand demand) throws PlatformException {
    return cache.ask(question("b", demand));
  }

  /** Runs what was left for later. */
  void settle() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  Question question(String body, Demand demand) {
    return question("ann", body, Map.of(), demand);
  }

  Question question(String agent, String body, Map<String, String> headers, Demand demand) {
    var call = call(body, headers);
    return new Question(key(agent, call), call, answer -> rows, new Terms(policy, times), demand);
  }

  static HttpCall call(String body, Map<String, String> headers) {
    return new HttpCall(
        HttpCall.Kind.API,
        "POST",
        "/q",
        URI.create("http://localhost/q"),
        headers,
        Optional.of(new HttpCall.Content("text/plain", body)));
  }

  private static QueryKey key(String agent, HttpCall call) {
    try {
      return QueryKey.of("t", agent, "p", call);
    } catch (PlatformException e) {
      throw new AssertionError(e);
    }
  }
}
