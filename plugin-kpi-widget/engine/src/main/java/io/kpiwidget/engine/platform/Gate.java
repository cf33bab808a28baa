package io.kpiwidget.engine.platform;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;

/**
 * Closed for a while, for every call of the process: background, forced, the agent's own. When its
 * time is over one call tries, and the others wait for how it fares. Measured by the monotonic
 * hand, so that a clock set forward does not open it.
 */
final class Gate {

  /** How long the others wait for the one that tries. */
  private static final Duration TRIAL = Duration.ofSeconds(1);

  /** Sends one call. */
  @FunctionalInterface
  interface Sending {
    HttpAnswer send() throws PlatformException;
  }

  private final LongSupplier nanos;
  private final Function<Duration, PlatformException> refusal;
  private long closedAt;
  private Duration closedFor = Duration.ZERO;
  private boolean doubtful; // nothing went well since it was closed
  private boolean trying;

  /** {@code refusal} is what it tells who comes too early, of how long it stays closed. */
  Gate(LongSupplier nanos, Function<Duration, PlatformException> refusal) {
    this.nanos = nanos;
    this.refusal = refusal;
    this.closedAt = nanos.getAsLong(); // which may be negative
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

  /** Its time is over now. */
  synchronized void open() {
    closedFor = Duration.ZERO;
  }

  /** Sends what it lets pass; {@code well} says of a status whether others may follow. */
  HttpAnswer through(Sending call, IntPredicate well) throws PlatformException {
    boolean trial = pass();
    boolean fared = false;
    try {
      var answer = call.send();
      fared = well.test(answer.status());
      return answer;
    } finally {
      if (trial) {
        tried(fared);
      }
    }
  }

  /** Whether this call is the one that tries: it tells how it fared by {@link #tried}. */
  synchronized boolean pass() throws PlatformException {
    var left = remaining();
    if (left.isZero() && trying) {
      left = TRIAL;
    }
    if (!left.isZero()) {
      throw refusal.apply(left);
    }
    trying = doubtful;
    return trying;
  }

  synchronized void tried(boolean well) {
    trying = false;
    doubtful &= !well;
  }
}
