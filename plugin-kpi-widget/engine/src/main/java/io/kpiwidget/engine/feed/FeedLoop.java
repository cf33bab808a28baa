package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.cache.Freshness;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.Time;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When to ask. Everything here happens on the feed's thread; only rounds run elsewhere. */
final class FeedLoop {

  private static final Logger log = LoggerFactory.getLogger(FeedLoop.class);

  /** The least time between two refreshes by hand. */
  static final Duration BETWEEN_MANUAL = Duration.ofSeconds(5);

  private final Setting setting;
  private final Sessions sessions;
  private final Threads threads;
  private final RandomGenerator random;
  private final Display display;
  private final Freshness.Times times;

  private @Nullable SignedIn session;
  private @Nullable SnapshotMaker maker;
  private boolean showing;
  private boolean busy;
  private boolean again;
  private int failures;
  private Time.@Nullable Moment lastManual;
  private Time.@Nullable Moment failedAt;
  private Duration patience = Duration.ZERO;
  private Runnable timer = () -> {};

  /** Opens what belongs to one agent. */
  interface Sessions {
    SignedIn open(Agent agent);
  }

  FeedLoop(
      Setting setting,
      Sessions sessions,
      Threads threads,
      RandomGenerator random,
      Display display) {
    this.setting = setting;
    this.sessions = sessions;
    this.threads = threads;
    this.random = random;
    this.display = display;
    this.times = Freshness.Times.of(setting.interval());
  }

  /** Another agent, or nobody: all of the last one goes. */
  void signIn(@Nullable Agent agent) {
    drop();
    if (agent == null) {
      display.signedOut();
      return;
    }
    session = sessions.open(agent);
    maker = new SnapshotMaker(setting.widget());
    display.starting("Signing in");
    wake();
  }

  /** The same agent with other queues, zone or language. */
  void changed(Agent agent) {
    if (session != null) {
      session.changed(agent);
      again = busy;
      wakeNow(false);
    }
  }

  void showing(boolean next) {
    if (showing != next) {
      showing = next;
      timer.run();
      wake();
    }
  }

  /** The agent asked for newer figures. */
  void refreshByHand() {
    boolean early =
        lastManual != null && setting.time().since(lastManual).compareTo(BETWEEN_MANUAL) < 0;
    if (session == null || !showing || busy || early) {
      log.debug("refresh by hand is not due");
      return;
    }
    lastManual = setting.time().now();
    session.retryNow();
    wakeNow(true);
  }

  void close() {
    drop();
  }

  /** Words for diagnostics. Any thread, as good as it is. */
  Map<String, String> describe() {
    var of = session;
    return of == null ? Map.of() : of.describe();
  }

  private void drop() {
    timer.run();
    if (session != null) {
      session.close();
      setting.platform().forget();
    }
    session = null;
    maker = null;
    busy = false;
    again = false;
    succeeded();
    lastManual = null;
    display.clear();
  }

  private void succeeded() {
    failures = 0;
    failedAt = null;
    patience = Duration.ZERO;
  }

  /** Asks now if it is time, else sets the timer. */
  private void wake() {
    if (session == null || !showing || busy) {
      return;
    }
    var wait = untilDue();
    if (wait.isZero()) {
      wakeNow(false);
    } else {
      timer.run();
      timer = threads.later(wait, this::wake);
    }
  }

  private Duration untilDue() {
    if (failedAt != null) {
      return left(patience, setting.time().since(failedAt));
    }
    return display.age().map(age -> left(times.fresh(), age)).orElse(Duration.ZERO);
  }

  private static Duration left(Duration whole, Duration gone) {
    var left = whole.minus(gone);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private void wakeNow(boolean newest) {
    var of = session;
    if (of == null || !showing || busy) {
      return;
    }
    timer.run();
    busy = true;
    threads.background(() -> round(of, newest));
  }

  // on a background thread
  private void round(SignedIn of, boolean newest) {
    try {
      var round = of.refresh(newest, step -> threads.feed(() -> step(of, step)));
      threads.feed(() -> done(of, round));
    } catch (PlatformException e) {
      threads.feed(() -> failed(of, e));
    } catch (RuntimeException e) {
      log.warn("a round ended unexpectedly", e);
      threads.feed(() -> failed(of, new PlatformException.BadAnswer("unexpected: " + e)));
    }
  }

  private void step(SignedIn of, String step) {
    if (of == session) {
      display.starting(step);
    }
  }

  private void done(SignedIn of, Round round) {
    if (of != session || maker == null) {
      return; // of an agent who has left
    }
    busy = false;
    succeeded();
    var trouble =
        round.access().identity().queues().isEmpty()
            ? Optional.of(Troubles.noQueues())
            : Optional.<Trouble>empty();
    display.live(maker.next(round), round.asked(), trouble);
    next();
  }

  private void failed(SignedIn of, PlatformException failure) {
    if (of != session) {
      return;
    }
    log.debug("refresh failed: {}", failure.getMessage());
    busy = false;
    failures++;
    failedAt = setting.time().now();
    patience = Pace.after(failure, failures, random.nextDouble());
    if (Troubles.takesFiguresAway(failure)) {
      maker = new SnapshotMaker(setting.widget());
      display.clear();
    }
    display.trouble(Troubles.of(failure, failedAt.wall().plus(patience)));
    next();
  }

  private void next() {
    if (again) {
      again = false;
      wakeNow(false);
    } else if (showing) {
      timer.run();
      timer = threads.later(failedAt == null ? setting.interval() : patience, this::wake);
    }
  }
}
