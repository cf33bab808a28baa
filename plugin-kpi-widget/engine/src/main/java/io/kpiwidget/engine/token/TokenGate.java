package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.Time;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Closed after a failure, for background, waiting and forced attempts alike. Guarded by its
 * refresher's lock. Measured by the monotonic hand: a clock set back must not hold it shut.
 */
final class TokenGate {

  private final Time time;
  private @Nullable PlatformException failure;
  private int failures;
  private Time.@Nullable Moment since;
  private Duration closedFor = Duration.ZERO;

  TokenGate(Time time) {
    this.time = time;
  }

  void succeeded() {
    failure = null;
    failures = 0;
    closedFor = Duration.ZERO;
  }

  void failed(PlatformException failure, boolean alive, double spread) {
    this.failure = failure;
    failures++;
    since = time.now();
    closedFor = TokenPatience.after(failure, failures, alive, spread);
  }

  boolean isOpen() {
    return remaining().isZero();
  }

  /** Throws what closed it while it is closed. */
  void pass() throws PlatformException {
    if (failure != null && !isOpen()) {
      throw failure instanceof RateLimited ? new RateLimited(remaining()) : failure;
    }
  }

  void openForPerson() {
    if (!(failure instanceof RateLimited)) {
      closedFor = Duration.ZERO;
    }
  }

  String describe() {
    return failure == null ? "" : ", " + failure.getMessage() + ", next in " + remaining();
  }

  private Duration remaining() {
    if (since == null) {
      return Duration.ZERO;
    }
    var left = closedFor.minus(since.until(time.now()));
    return left.isNegative() ? Duration.ZERO : left;
  }
}
