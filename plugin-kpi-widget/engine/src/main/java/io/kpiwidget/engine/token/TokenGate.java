package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Closed after each attempt, for background, waiting, forced and personal ones alike. Guarded by
 * its refresher's lock. Measured by the monotonic hand: a clock that somebody sets neither opens it
 * nor holds it shut.
 */
final class TokenGate {

  private final LongSupplier nanos;
  private @Nullable PlatformException failure;
  private @Nullable TokenFailure kind;
  private int failures;
  private long since;
  private Duration closedFor = Duration.ZERO;

  TokenGate(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** An attempt begins: the next one is at least {@link TokenPatience#LEAST} away. */
  void attempted() {
    since = nanos.getAsLong();
    closedFor = TokenPatience.LEAST;
  }

  void succeeded() {
    failure = null;
    kind = null;
    failures = 0;
  }

  /** {@code left}: how long the present token still serves; {@code spread} in [0, 1). */
  void failed(PlatformException failure, Duration left, double spread) {
    this.failure = failure;
    kind = TokenFailure.of(failure);
    failures++;
    since = nanos.getAsLong();
    closedFor = TokenPatience.after(kind, failures, left, spread);
  }

  boolean isOpen() {
    return remaining().isZero();
  }

  /** What closed it, with the time that is left; what to tell those who come while it is closed. */
  PlatformException reason() {
    var told = failure;
    if (told == null) {
      return new PlatformException.Unreachable("no token yet", null);
    }
    return told instanceof RateLimited ? new RateLimited(remaining()) : told;
  }

  /** The state it stays in until somebody does something, if it is such a one. */
  @Nullable TokenState latch() {
    if (kind instanceof TokenFailure.Configuration) {
      return TokenState.CONFIG_ERROR;
    }
    if (kind instanceof TokenFailure.SignIn) {
      return TokenState.SIGN_IN_REQUIRED;
    }
    return kind instanceof TokenFailure.Subject ? TokenState.SUBJECT_MISMATCH : null;
  }

  boolean isShutByFailure() {
    return failure != null && !isOpen();
  }

  /** For a person, or after the machine woke up: for all but what a server asked for. */
  void open() {
    if (!(kind instanceof TokenFailure.Transient passing && passing.asked())) {
      closedFor = Duration.ZERO;
    }
  }

  /** Like {@link #open}, where no person is behind it who could have corrected something. */
  void openIfTransient() {
    if (kind instanceof TokenFailure.Transient) {
      open();
    }
  }

  String describe() {
    if (failure == null) {
      return "";
    }
    var next = kind instanceof TokenFailure.SignIn ? "" : ", next in " + remaining().toSeconds();
    return ", " + failure.getMessage() + next + (next.isEmpty() ? "" : " s");
  }

  Duration remaining() {
    var left = closedFor.minusNanos(nanos.getAsLong() - since);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
