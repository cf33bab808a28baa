package io.kpiwidget.engine.platform;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Closed after a 429, for every call of the process: background, forced, the agent's own. When its
 * time is over one call tries, and the others wait for how it fares. Measured by the monotonic
 * hand, so that a clock set forward does not open it.
 */
final class Gate {

  /** A platform that asks for more is asked whether it means it. */
  static final Duration LONGEST = Duration.ofMinutes(2);

  /** How long the others wait for the one that tries. */
  private static final Duration TRIAL = Duration.ofSeconds(1);

  private final LongSupplier nanos;
  private long closedAt;
  private Duration closedFor = Duration.ZERO;
  private boolean doubtful; // nothing went well since it was closed
  private boolean trying;

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
    doubtful = true;
    if (wait.compareTo(remaining()) > 0) {
      closedAt = nanos.getAsLong();
      closedFor = wait;
    }
  }

  /** Whether this call is the one that tries: it tells how it fared by {@link #tried}. */
  synchronized boolean pass() throws PlatformException {
    var left = remaining();
    if (left.isZero() && trying) {
      left = TRIAL;
    }
    if (!left.isZero()) {
      throw new PlatformException.RateLimited(left);
    }
    trying = doubtful;
    return trying;
  }

  synchronized void tried(boolean well) {
    trying = false;
    doubtful &= !well;
  }
}
