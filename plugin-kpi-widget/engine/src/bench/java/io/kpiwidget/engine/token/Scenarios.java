package io.kpiwidget.engine.token;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** What happens to each contestant; the same server and the same second for all. */
final class Scenarios {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration TROUBLE = Duration.ofMinutes(10);
  private static final Duration OUTAGE_STARTS = Duration.ofMinutes(48);
  private static final Duration OUTAGE_ENDS = OUTAGE_STARTS.plusMinutes(16);

  private static final int SEEDS = 10;

  private final Contestant.Maker maker;
  private final Map<Figure, Number> figures = new EnumMap<>(Figure.class);

  private Scenarios(Contestant.Maker maker) {
    this.maker = maker;
  }

  static Map<Figure, Number> run(Contestant.Maker maker) {
    var scenarios = new Scenarios(maker);
    scenarios.quietHours();
    scenarios.outage();
    scenarios.throttling();
    scenarios.invalidClient();
    scenarios.revoked();
    scenarios.alwaysRefused();
    scenarios.setBack();
    scenarios.setBackAndTold();
    return scenarios.figures;
  }

  private void quietHours() {
    figures.put(Figure.REQUESTS_PER_HOUR_300, requestsPerHour(300));
    figures.put(Figure.REQUESTS_PER_HOUR_180, requestsPerHour(180));
    figures.put(Figure.REQUESTS_PER_HOUR_60, requestsPerHour(60));
  }

  private int requestsPerHour(int lifetime) {
    var trial = new Trial(maker, Duration.ofSeconds(lifetime), 1).take(HOUR);
    if (trial.failed() + trial.deadTokens() > 0) {
      throw new IllegalStateException("a quiet hour must not fail: " + trial.contestant());
    }
    return trial.server().requests().size();
  }

  // when a token is due depends on chance: some refresh just before the trouble, and tell nothing
  private void outage() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      outage(new Trial(maker, HOUR, seed));
    }
  }

  private void outage(Trial trial) {
    int before = trial.take(OUTAGE_STARTS).server().requests().size();
    trial.server().fail(Server.Fault.DOWN);
    trial.take(OUTAGE_ENDS);
    worst(Figure.OUTAGE_REQUESTS, trial.server().requests().size() - before);
    worst(Figure.FAILED_WHILE_VALID, trial.failedWhileValid());
    worst(Figure.OUTAGE_DEAD_TOKENS, trial.deadTokens());
    trial.server().fail(Server.Fault.NONE);
    worst(Figure.SECONDS_TO_GOOD_TOKEN, trial.untilGood().toSeconds());
  }

  private void throttling() {
    for (int seed = 1; seed <= SEEDS; seed++) {
      var trial = new Trial(maker, HOUR, seed).take(OUTAGE_STARTS);
      trial.server().fail(Server.Fault.THROTTLING);
      worst(Figure.INSIDE_RETRY_AFTER, trial.take(OUTAGE_ENDS).server().insideWindow());
    }
  }

  private void worst(Figure figure, long value) {
    figures.merge(figure, value, (a, b) -> Math.max(a.longValue(), b.longValue()));
  }

  private void invalidClient() {
    var trial = hourlyToken().take(TROUBLE);
    int before = trial.server().requests().size();
    trial.server().fail(Server.Fault.CLIENT_UNKNOWN);
    trial.take(TROUBLE.plusHours(2));
    figures.put(Figure.INVALID_CLIENT_REQUESTS_2H, trial.server().requests().size() - before);
  }

  private void revoked() {
    var trial = hourlyToken().call(TROUBLE);
    trial.server().revokeAll();
    figures.put(Figure.REVOKED_CALLS, trial.call(TROUBLE.plusMinutes(20)).server().deadCalls());
  }

  private void alwaysRefused() {
    var trial = hourlyToken();
    if (!trial.contestant().hearsRefusals()) {
      return;
    }
    trial.server().refuseEveryToken();
    figures.put(Figure.ALWAYS_401_REFRESHES, trial.call(TROUBLE).server().requests().size());
  }

  private void setBack() {
    var trial = hourlyToken().take(TROUBLE);
    trial.time().setWallBack(Duration.ofHours(2));
    figures.put(Figure.DEAD_TOKENS_AFTER_SET_BACK, trial.take(TROUBLE.plusHours(2)).deadTokens());
  }

  private void setBackAndTold() {
    var trial = hourlyToken().call(TROUBLE);
    trial.time().setWallBack(Duration.ofHours(2));
    figures.put(
        Figure.DEAD_CALLS_AFTER_SET_BACK, trial.call(TROUBLE.plusHours(2)).server().deadCalls());
  }

  private Trial hourlyToken() {
    return new Trial(maker, HOUR, 1);
  }
}
