package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.Time;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the clock now and then, since one long timer stands still while the machine sleeps.
 * Guarded by its refresher's lock.
 */
final class TokenTicks {

  private static final Duration LONGEST = Duration.ofSeconds(15);
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration JUMP = Duration.ofSeconds(5);

  private final Time time;
  private final TokenRefresher.Timer timer;
  private final Runnable tick;
  private boolean running;
  private Time.@Nullable Moment last;
  private Runnable cancel = () -> {};

  TokenTicks(Time time, TokenRefresher.Timer timer, Runnable tick) {
    this.time = time;
    this.timer = timer;
    this.tick = tick;
  }

  void run(boolean wanted) {
    if (wanted != running) {
      running = wanted;
      last = null;
      cancel.run();
      next(Duration.ZERO);
    }
  }

  boolean running() {
    return running;
  }

  /** The next look comes after {@code wait}, or sooner; zero says nothing about when. */
  void next(Duration wait) {
    cancel.run();
    if (running) {
      var capped = wait.isZero() || wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
      cancel = timer.later(capped.compareTo(SHORTEST) < 0 ? SHORTEST : capped, tick);
    }
  }

  /** How far the wall clock has moved against the monotonic one since the last look. */
  Duration jump() {
    var before = last;
    var now = time.now();
    last = now;
    if (before == null) {
      return Duration.ZERO;
    }
    var apart = Duration.between(before.wall(), now.wall()).minus(before.until(now));
    return apart.abs().compareTo(JUMP) > 0 ? apart : Duration.ZERO;
  }
}
