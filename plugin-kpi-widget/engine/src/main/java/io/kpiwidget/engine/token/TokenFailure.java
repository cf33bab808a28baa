package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.ClientRefused;
import io.kpiwidget.engine.platform.PlatformException.NoUserContext;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.SubjectMismatch;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.token.TokenEvents.Outcome;
import java.time.Duration;
import java.util.Optional;

/** Why there is no new token, by what ends it. The closed set that every source's failures fit. */
sealed interface TokenFailure {

  /**
   * A platform that refuses each new token, or a desktop without one, is not asked all the time.
   */
  Duration BETWEEN_SIGN_INS = Duration.ofSeconds(30);

  /**
   * It passes by itself.
   *
   * @param least the wait before another try; zero for the usual back-off
   * @param asked whether the server asked for that wait
   */
  record Transient(Duration least, boolean asked) implements TokenFailure {
    @Override
    public Outcome outcome() {
      return Outcome.TRANSIENT;
    }
  }

  /** Somebody must correct a setting, here or at the server. */
  record Configuration() implements TokenFailure {
    @Override
    public Outcome outcome() {
      return Outcome.CONFIGURATION;
    }
  }

  /** The agent must sign in. */
  record SignIn() implements TokenFailure {
    @Override
    public Outcome outcome() {
      return Outcome.SIGN_IN;
    }
  }

  /** The token is not the agent's. */
  record Subject() implements TokenFailure {
    @Override
    public Outcome outcome() {
      return Outcome.SUBJECT;
    }
  }

  /** How such an attempt is counted. */
  Outcome outcome();

  /** Whether the token before is not to be used any more either. */
  default boolean endsTheToken() {
    return this instanceof SignIn || this instanceof Subject;
  }

  /** What {@code failure} is to a refresher. */
  static TokenFailure of(PlatformException failure) {
    if (failure instanceof SignInRequired signIn && signIn.isLasting()) {
      return new SignIn();
    }
    if (failure instanceof SubjectMismatch || failure instanceof NoUserContext) {
      return new Subject();
    }
    if (failure instanceof ClientRefused || failure instanceof NotPermitted) {
      return new Configuration(); // a scope or permission that every token of it will lack
    }
    if (failure instanceof SignInRequired) {
      return new Transient(BETWEEN_SIGN_INS, false);
    }
    return retryAfter(failure)
        .map(wait -> new Transient(wait, true))
        .orElseGet(() -> new Transient(Duration.ZERO, false));
  }

  private static Optional<Duration> retryAfter(PlatformException failure) {
    if (failure instanceof RateLimited limited) {
      return Optional.of(limited.retryAfter());
    }
    return failure instanceof Unreachable gone ? gone.retryAfter() : Optional.empty();
  }
}
