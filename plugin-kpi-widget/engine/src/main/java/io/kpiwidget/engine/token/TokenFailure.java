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
   * It passes by itself.
   *
   * @param retryAfter until when the server wants to be left alone, if it says so
   */
  record Transient(Optional<Duration> retryAfter) implements TokenFailure {
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
    return new Transient(retryAfter(failure));
  }

  private static Optional<Duration> retryAfter(PlatformException failure) {
    if (failure instanceof RateLimited limited) {
      return Optional.of(limited.retryAfter());
    }
    return failure instanceof Unreachable gone ? gone.retryAfter() : Optional.empty();
  }
}
