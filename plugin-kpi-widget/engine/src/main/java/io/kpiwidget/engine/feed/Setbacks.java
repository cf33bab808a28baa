package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Failures in a row, and how long they make us wait. Feed thread. */
final class Setbacks {

  private final Time time;
  private final RandomGenerator random;
  private int failures;
  private Time.@Nullable Moment last;
  private Duration patience = Duration.ZERO;
  private boolean forWantOfSignIn;

  Setbacks(Time time, RandomGenerator random) {
    this.time = time;
    this.random = random;
  }

  /** All is well. */
  void clear() {
    failures = 0;
    last = null;
    patience = Duration.ZERO;
    forWantOfSignIn = false;
  }

  /** One more; answers when it is tried again. */
  Instant add(PlatformException failure) {
    var now = time.now();
    failures++;
    last = now;
    forWantOfSignIn = failure instanceof PlatformException.SignInRequired;
    patience = Pace.after(failure, failures, random.nextDouble());
    return now.wall().plus(patience);
  }

  /** Whether the last try failed because the agent has to sign in. */
  boolean forWantOfSignIn() {
    return forWantOfSignIn;
  }

  /** Whether the last try failed. */
  boolean any() {
    return last != null;
  }

  /** How long to wait still. */
  Duration left() {
    return last == null ? Duration.ZERO : Durations.left(patience, time.since(last));
  }
}
