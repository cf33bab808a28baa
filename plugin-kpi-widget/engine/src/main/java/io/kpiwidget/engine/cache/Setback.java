package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.platform.Backoff;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.Time;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a question got no answer, and how long it is not put again.
 *
 * @param failures in a row
 */
record Setback(PlatformException failure, Time.Moment at, Duration pause, int failures) {

  /** A refusal changes when an administrator does something. */
  private static final Duration REFUSED = Duration.ofSeconds(60);

  /**
   * Empty where another is in charge of the pause: the gate after a 429, the token after a 401.
   *
   * @param spread in [0, 1)
   */
  static Optional<Setback> of(
      PlatformException failure, Time.Moment at, @Nullable Setback before, double spread) {
    int failures = before == null ? 1 : before.failures + 1;
    if (failure instanceof NotUnderstood || failure instanceof NotPermitted) {
      return Optional.of(new Setback(failure, at, REFUSED, failures));
    }
    return failure instanceof Unreachable gone
        ? Optional.of(new Setback(failure, at, pause(gone, failures, spread), failures))
        : Optional.empty();
  }

  private static Duration pause(Unreachable gone, int failures, double spread) {
    var backoff = Backoff.after(failures, spread);
    return gone.retryAfter().filter(told -> told.compareTo(backoff) > 0).orElse(backoff);
  }

  /**
   * Whether a question with {@code demand} is answered by it. A person is never told an old
   * failure; who insists on the current answer has a pace of their own for what passes by itself.
   */
  boolean answers(Demand demand, Time time) {
    boolean passing = failure instanceof Unreachable;
    return !isOver(time) && !demand.checked() && !(passing && demand.current());
  }

  boolean isOver(Time time) {
    return time.since(at).compareTo(pause) >= 0;
  }
}
