package io.kpiwidget.engine.cache;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** How often a server is asked. */
final class Storms {

  private static final int CALLERS = 50;
  private static final int SECONDS_FRESH = 1;
  private static final String SHORT = "max-age=" + SECONDS_FRESH + ", stale-while-revalidate=60";
  private static final int REPEATS = 10;

  private final Contestant.Maker maker;

  Storms(Contestant.Maker maker) {
    this.maker = maker;
  }

  /** Calls for 50 who ask at once for what nobody has asked for. */
  int cold() throws Exception {
    try (var origin = new SlowOrigin("max-age=3600", "[]", true);
        var cache = maker.before(origin.url())) {
      storm(cache);
      return origin.calls();
    }
  }

  /** The same where the answer has just become stale. */
  int stale() throws Exception {
    try (var origin = new SlowOrigin(SHORT, "[]", true);
        var cache = maker.before(origin.url())) {
      cache.ask();
      Thread.sleep(SECONDS_FRESH * 1000 + 500);
      int before = origin.calls();
      storm(cache);
      Thread.sleep(700); // refreshes behind the callers' backs count as well
      return origin.calls() - before;
    }
  }

  /** Calls for ten questions whose answer may not be kept. */
  int noStore() throws Exception {
    var real = "no-cache, no-store, must-revalidate";
    try (var origin = new SlowOrigin(real, "[]", false);
        var cache = maker.before(origin.url())) {
      for (int i = 0; i < REPEATS; i++) {
        cache.ask();
      }
      return origin.calls();
    }
  }

  /** Bodies that are read for ten answers with the body that is known already; below 0: all. */
  long parsesUnchanged() throws Exception {
    try (var origin = new SlowOrigin("max-age=3600", "[\"a\"]", false);
        var cache = maker.before(origin.url())) {
      cache.ask();
      long before = cache.parses();
      for (int i = 0; i < REPEATS; i++) {
        cache.askAgain();
      }
      return before < 0 ? -1 : cache.parses() - before;
    }
  }

  private static void storm(Contestant cache) throws Exception {
    var pool = Executors.newFixedThreadPool(CALLERS);
    try {
      var callers = new ArrayList<Callable<Object>>();
      for (int i = 0; i < CALLERS; i++) {
        callers.add(cache::ask);
      }
      for (var answer : pool.invokeAll(callers)) {
        answer.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
