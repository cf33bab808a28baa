package io.kpiwidget.engine.token;

import java.time.Duration;

/** One contestant in one world, called once a second. */
final class Trial {

  private final VirtualTime time = new VirtualTime();
  private final World world;
  private final Contestant contestant;
  private Duration next = Duration.ZERO;
  private int failed;
  private int failedWhileValid;
  private int deadTokens;

  Trial(Contestant.Maker maker, Duration lifetime, long seed) {
    world = World.on(time, lifetime, seed);
    contestant = maker.in(world);
  }

  Server server() {
    return world.server();
  }

  VirtualTime time() {
    return time;
  }

  Contestant contestant() {
    return contestant;
  }

  /** Calls that got no token. */
  int failed() {
    return failed;
  }

  /** Calls that got no token although the last one would have served. */
  int failedWhileValid() {
    return failedWhileValid;
  }

  /** Calls that got a token which does not serve any more. */
  int deadTokens() {
    return deadTokens;
  }

  /** Takes a token each second before {@code end}; nobody tells what became of it. */
  Trial take(Duration end) {
    return repeat(end, () -> takeOne());
  }

  /** Calls the API each second before {@code end}. */
  Trial call(Duration end) {
    return repeat(end, this::callOnce);
  }

  /** How long it takes from the next second on; one hour if it never gets one. */
  Duration untilGood() {
    var start = next;
    for (; next.compareTo(start.plusHours(1)) < 0; next = next.plusSeconds(1)) {
      time.advanceTo(next);
      if (takeOne()) {
        return next.minus(start);
      }
    }
    return next.minus(start);
  }

  private Trial repeat(Duration end, Runnable each) {
    for (; next.compareTo(end) < 0; next = next.plusSeconds(1)) {
      time.advanceTo(next);
      each.run();
    }
    return this;
  }

  private boolean takeOne() {
    try {
      boolean good = server().isValid(contestant.token());
      deadTokens += good ? 0 : 1;
      return good;
    } catch (Exception e) { // each library has its own kinds
      failed++;
      failedWhileValid += server().isNewestValid() ? 1 : 0;
      return false;
    }
  }

  private void callOnce() {
    try {
      contestant.call();
    } catch (Exception e) {
      failed++; // what matters here is counted at the server
    }
  }
}
