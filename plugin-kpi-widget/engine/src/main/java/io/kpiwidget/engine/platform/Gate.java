package io.kpiwidget.engine.platform;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Closed after a 429, for every call of the process: background, forced, the agent's own. Measured
 * by the monotonic hand, so that a clock set forward does not open it.
 */
final class Gate {

  private final LongSupplier nanos;
  private long closedAt;
  private Duration closedFor = Duration.ZERO;

  Gate(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** How long it stays closed; zero when it is open. */
  synchronized Duration remaining() {
    var left = closedFor.minusNanos(nanos.getAsLong() - closedAt);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Never opens earlier than it would have. */
  synchronized void close(Duration wait) {
    if (wait.compareTo(remaining()) > 0) {
      closedAt = nanos.getAsLong();
      closedFor = wait;
    }
  }

  void pass() throws PlatformException {
    var left = remaining();
    if (!left.isZero()) {
      throw new PlatformException.RateLimited(left);
    }
  }
}
