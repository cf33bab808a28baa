package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.cache.Freshness;
import io.kpiwidget.engine.platform.Time;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the listener is shown: the newest figures, growing older by themselves. Feed thread. */
final class Display {

  private final Time time;
  private final Freshness.Times times;
  private final Threads threads;
  private final Consumer<FeedState> listener;

  private @Nullable KpiSnapshot snapshot;
  private Time.@Nullable Moment asked;
  private final DataAges ages = new DataAges();
  private boolean watched;
  private Duration watchedFrom = Duration.ZERO;
  private Optional<Trouble> trouble = Optional.empty();
  private @Nullable FeedState shown;
  private Runnable timer = () -> {};

  Display(Time time, Freshness.Times times, Threads threads, Consumer<FeedState> listener) {
    this.time = time;
    this.times = times;
    this.threads = threads;
    this.listener = listener;
  }

  /** Forgets the figures, without showing that yet. */
  void clear() {
    timer.run();
    looked();
    snapshot = null;
    asked = null;
    trouble = Optional.empty();
  }

  void signedOut() {
    show(new FeedState.SignedOut());
  }

  /** A step on the way to the first figures; later steps are nobody's business. */
  void starting(String step) {
    if (snapshot == null && trouble.isEmpty()) {
      show(new FeedState.Starting(step));
    }
  }

  void live(KpiSnapshot next, Time.Moment nextAsked, Optional<Trouble> beside) {
    looked();
    snapshot = next;
    asked = nextAsked;
    trouble = beside;
    watchedFrom = age().orElse(Duration.ZERO);
    update();
  }

  /** Whether somebody looks. */
  void watched(boolean now) {
    looked();
    watched = now;
    watchedFrom = age().orElse(Duration.ZERO);
  }

  private void looked() {
    if (watched) {
      age().ifPresent(now -> ages.seen(watchedFrom, now));
    }
  }

  /** How old the figures were that somebody looked at, in words. Any thread. */
  String ages() {
    return ages.toString();
  }

  void trouble(Trouble next) {
    trouble = Optional.of(next);
    update();
  }

  /** The figures' age; empty when there are none. */
  Optional<Duration> age() {
    return Optional.ofNullable(asked).map(time::since);
  }

  /** Shows the figures as old as they are now. */
  void update() {
    timer.run();
    var figures = snapshot;
    if (figures == null) {
      trouble.ifPresent(t -> show(new FeedState.Unavailable(t)));
      return;
    }
    var age = age().orElse(Duration.ZERO);
    show(new FeedState.Live(figures, shownAge(Freshness.of(age, times)), trouble));
    untilOlder(age).ifPresent(wait -> timer = threads.later(wait, this::update));
  }

  // revalidating is normal life: figures do not look old for the two seconds of each refresh
  private static FeedState.Age shownAge(Freshness freshness) {
    return switch (freshness) {
      case FRESH, REVALIDATING -> FeedState.Age.FRESH;
      case STALE -> FeedState.Age.STALE;
      case EXPIRED -> FeedState.Age.EXPIRED;
    };
  }

  private Optional<Duration> untilOlder(Duration age) {
    if (age.compareTo(times.revalidate()) < 0) {
      return Optional.of(times.revalidate().minus(age));
    }
    return age.compareTo(times.expiry()) < 0
        ? Optional.of(times.expiry().minus(age))
        : Optional.empty();
  }

  private void show(FeedState state) {
    if (!state.equals(shown)) {
      shown = state;
      listener.accept(state);
    }
  }
}
