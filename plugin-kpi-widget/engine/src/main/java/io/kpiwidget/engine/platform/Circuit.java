package io.kpiwidget.engine.platform;

import io.kpiwidget.engine.platform.Gate.Sending;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Leaves a server alone that has failed several times in a row, whatever it was asked: one call
 * after a while probes it, not each question for itself. Any thread.
 */
final class Circuit {

  /** One failure is chance, and the next may be, too. */
  private static final int TOLERATED = 2;

  private static final int FAULT = 500;

  private final Gate gate;
  private final RandomGenerator random;
  private int failures;
  private volatile Obstacle obstacle = Obstacle.UNKNOWN;

  Circuit(LongSupplier nanos, RandomGenerator random) {
    this.gate = new Gate(nanos, this::leftAlone);
    this.random = random;
  }

  private Unreachable leftAlone(Duration left) {
    return Unreachable.by(obstacle, "left alone after failures in a row", Optional.of(left));
  }

  /** How long nothing is sent; zero when anything may be. */
  Duration remaining() {
    return gate.remaining();
  }

  /** Sends, unless the server is left alone. {@code counts}: whether a failure is the server's. */
  HttpAnswer through(Sending call, BooleanSupplier counts) throws PlatformException {
    return gate.through(() -> sent(call, counts), status -> status < FAULT);
  }

  private HttpAnswer sent(Sending call, BooleanSupplier counts) throws PlatformException {
    try {
      var answer = call.send();
      heard(answer);
      return answer;
    } catch (Unreachable e) {
      if (counts.getAsBoolean()) {
        failed(e.obstacle());
      }
      throw e;
    }
  }

  private void heard(HttpAnswer answer) {
    if (answer.status() >= FAULT) {
      failed(Obstacle.FAULT);
    } else {
      succeeded();
    }
  }

  private synchronized void succeeded() {
    failures = 0;
  }

  private synchronized void failed(Obstacle by) {
    obstacle = by;
    if (!gate.remaining().isZero()) {
      return; // it was under way when the others failed
    }
    failures++;
    if (failures > TOLERATED) {
      gate.close(Backoff.after(failures, random.nextDouble()));
    }
  }

  /** A person asks: one call may probe now. */
  void retryNow() {
    gate.open();
  }
}
