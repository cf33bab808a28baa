package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.cache.Freshness;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.SafeLog;
import io.kpiwidget.engine.platform.Time;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** When to ask. Everything here happens on the feed's thread; only rounds run elsewhere. */
final class FeedLoop implements RoundTask.Outcome {

  private static final Logger log = SafeLog.of(FeedLoop.class);

  /** What the platform needs to count a conversation that has ended. */
  private static final Duration COUNTED_AFTER = Duration.ofSeconds(2);

  /** The least time between two refreshes by hand. */
  static final Duration BETWEEN_MANUAL = Duration.ofSeconds(5);

  private final Setting setting;
  private final Function<Agent, WidgetSession> sessions;
  private final Threads threads;
  private final RandomGenerator random;
  private final Setbacks setbacks;
  private final AtomicLong versions = new AtomicLong();
  private final Display display;
  private final Freshness.Times times;
  private final Calm calm = new Calm();
  private Optional<Incident> incident = Optional.empty();

  private volatile @Nullable WidgetSession session;
  private @Nullable SnapshotMaker maker;
  private boolean showing;
  private boolean busy;
  private boolean ownDue; // a conversation has ended since the agent's own figures were asked for
  private boolean again; // what is known of the agent has changed since it was asked for
  private Time.@Nullable Moment lastManual;
  private Runnable timer = () -> {};
  private volatile @Nullable Due due; // what the timer waits for

  private record Due(Time.Moment from, Duration left) {}

  FeedLoop(
      Setting setting,
      Function<Agent, WidgetSession> sessions,
      Threads threads,
      RandomGenerator random,
      Display display) {
    this.setting = setting;
    this.sessions = sessions;
    this.threads = threads;
    this.random = random;
    this.setbacks = new Setbacks(setting.time(), random);
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
    session = sessions.apply(agent);
    keepToken();
    maker = new SnapshotMaker(setting, versions::incrementAndGet);
    display.starting("Signing in");
    wake();
  }

  /** The same agent with other queues, zone or language. */
  void changed(Agent agent) {
    if (session != null) {
      session.changed(agent);
      calm.end();
      again = true;
      wake();
    }
  }

  void showing(boolean next) {
    if (showing != next) {
      showing = next;
      calm.end();
      display.watched(next);
      keepToken();
      stop();
      wake();
    }
  }

  // the platform's own page asks for itself, seen or not
  private void keepToken() {
    if (session != null) {
      session.keepFresh(showing || setting.showsPlatformShell());
    }
  }

  /** There is a new token, or none will come: what waits for a sign-in need not wait longer. */
  void signInEnded() {
    if (setbacks.forWantOfSignIn()) {
      setbacks.clear();
      wake();
    }
  }

  /** The machine slept, or its clock was set: what is shown may be older than it looks. */
  void clockJumped() {
    calm.end();
    display.update();
    stop();
    wake();
  }

  /** The platform may not know the widget any more. */
  void widgetForgotten() {
    if (session != null) {
      session.widgetForgotten();
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
    calm.end();
    session.retryNow();
    wakeNow(Wanted.NEWEST);
  }

  /** The agent has ended a conversation: their own figures are older than they look. */
  void conversationEnded() {
    if (session != null && setting.autoRefresh()) {
      ownDue = true;
      calm.end();
      threads.later(COUNTED_AFTER, this::wakeForOwn);
    }
  }

  private void wakeForOwn() {
    if (ownDue && !setbacks.any()) {
      wakeNow(Wanted.OWN);
    }
  }

  void close() {
    drop();
  }

  /** What is asked, as good as it is. Any thread. */
  List<Asked> asked() {
    var of = session;
    var at = due;
    var next =
        Optional.ofNullable(at).map(d -> Durations.left(d.left(), setting.time().since(d.from())));
    return of == null ? List.of() : of.asked(next);
  }

  private void stop() {
    timer.run();
    due = null;
  }

  /** Words for diagnostics. Any thread, as good as it is. */
  Map<String, String> describe() {
    var of = session;
    var words = new TreeMap<>(of == null ? Map.of() : of.describe());
    words.put("dataAge", display.ages());
    return words;
  }

  private void drop() {
    stop();
    if (session != null) {
      session.close();
    }
    session = null;
    maker = null;
    busy = false;
    again = false;
    ownDue = false;
    setbacks.clear();
    calm.end();
    lastManual = null;
    display.clear();
  }

  /** Asks now if it is time, else sets the timer. */
  private void wake() {
    if (session == null || !showing || busy) {
      return;
    }
    var wait = untilDue();
    if (wait.isZero()) {
      wakeNow(ownDue ? Wanted.OWN : Wanted.FRESH);
    } else {
      wakeAfter(wait);
    }
  }

  // figures that are not to refresh themselves wait for a person; what failed is tried again
  private void wakeAfter(Duration wait) {
    stop();
    if (setting.autoRefresh() || setbacks.any()) {
      due = new Due(setting.time().now(), wait);
      timer = threads.later(wait, this::wake);
    }
  }

  private Duration untilDue() {
    if (again) {
      return Duration.ZERO;
    }
    if (setbacks.any()) {
      return setbacks.left();
    }
    return ownDue ? Duration.ZERO : display.age().map(this::untilDue).orElse(Duration.ZERO);
  }

  private Duration untilDue(Duration age) {
    var left = Durations.left(times.fresh(), age);
    return Durations.left(left, lead(left));
  }

  // so long before figures are over the next ones are asked for
  private Duration lead(Duration left) {
    return session == null ? Duration.ZERO : session.likely(left);
  }

  private void wakeNow(Wanted wanted) {
    var of = session;
    if (of == null || !showing || busy) {
      return;
    }
    stop();
    busy = true;
    again = false;
    ownDue = false;
    threads.background(new RoundTask(of, wanted, threads, this));
  }

  @Override
  public void step(WidgetSession of, String step) {
    if (of == session) {
      display.starting(step);
    }
  }

  @Override
  public void done(WidgetSession of, Round round) {
    if (of != session || maker == null) {
      return; // of an agent who has left
    }
    KpiSnapshot figures;
    try {
      figures = maker.next(round);
    } catch (RuntimeException e) {
      log.warn("figures that cannot be shown", e);
      failed(of, new PlatformException.BadAnswer("figures: " + e.getClass().getName()));
      return;
    }
    live(figures, round);
  }

  private void live(KpiSnapshot figures, Round round) {
    busy = false;
    setbacks.clear();
    calm.saw(round.versions());
    var beside = Troubles.beside(round, setting.platform().skew());
    display.live(figures, round.asked(), beside.map(trouble -> told(trouble, "beside figures")));
    if (beside.isEmpty()) {
      incident = Optional.empty();
    }
    next();
  }

  @Override
  public void failed(WidgetSession of, PlatformException failure) {
    if (of != session) {
      return;
    }
    busy = false;
    var retryAt = setbacks.add(failure);
    if (Troubles.takesFiguresAway(failure)) {
      maker = new SnapshotMaker(setting, versions::incrementAndGet);
      display.clear();
    }
    var trouble = Troubles.of(failure, retryAt, setting.config().contact());
    display.trouble(told(trouble, String.valueOf(failure.getMessage())));
    next();
  }

  /** Under a reference, by which a support desk finds {@code cause} in the log. */
  private Trouble told(Trouble trouble, String cause) {
    var now = Incident.of(trouble.code().name(), incident, random);
    if (incident.equals(Optional.of(now))) {
      log.debug("{} goes on: {}", now, cause);
    } else {
      log.info("{}: {}", now, cause);
    }
    incident = Optional.of(now);
    return trouble.as(now.reference());
  }

  private void next() {
    if (again) {
      wake();
    } else if (showing) {
      wakeAfter(setbacks.any() ? setbacks.left() : untilNext());
    }
  }

  // from the oldest figure on: the others may have been asked for since
  private Duration untilNext() {
    var age = display.age().orElse(Duration.ZERO);
    var interval = Pace.stretched(setting.interval(), calm.rounds(), times.revalidate());
    var period = Pace.period(interval, random.nextDouble());
    return Pace.untilNext(period, age, lead(Durations.left(period, age)));
  }
}
