package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.token.TokenSource.Reason;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one agent's token good: one attempt at a time, for all who need it, through one gate.
 * Another agent gets another refresher, so that after {@link #close} a late answer has nowhere to
 * land. Any thread.
 */
public final class TokenRefresher implements AutoCloseable {

  private static final Duration BETWEEN_FORCED = Duration.ofSeconds(30);

  /** A server may need a moment until all of it knows a new token. */
  private static final Duration YOUNG = Duration.ofSeconds(1);

  private final TokenKeeper keeper;
  private final TokenMeter meter = new TokenMeter();
  private final BooleanSupplier mayWait;
  private final Time time;
  private Time.@Nullable Moment forced;

  /**
   * What a refresher runs on.
   *
   * @param background runs what blocks
   * @param timer runs what does not, later
   * @param mayWait whether the calling thread may be made to wait
   */
  public record Setup(
      Time time,
      Executor background,
      Timer timer,
      BooleanSupplier mayWait,
      RandomGenerator random,
      TokenEvents events) {}

  /** Runs a task that returns at once, after a delay; the answer takes it back. */
  public interface Timer {
    Runnable later(Duration delay, Runnable task);
  }

  public TokenRefresher(TokenSource source, SubjectCheck check, Setup setup) {
    keeper = new TokenKeeper(new ProvenSource(source, check, setup.time()), setup, meter);
    mayWait = setup.mayWait();
    time = setup.time();
  }

  /**
   * A token that still serves. Blocks for 5 s at most, and only when there is none: one that is due
   * is served while its successor is fetched.
   */
  public SecretValue token() throws PlatformException {
    var present = keeper.held();
    if (present != null) {
      long age = present.age(time);
      if (present.isFresh(age)) {
        meter.used(age);
        return present.value();
      }
    }
    return tokenThatIsDue();
  }

  private SecretValue tokenThatIsDue() throws PlatformException {
    try {
      return servingOrSuccessor();
    } catch (Unreachable | RateLimited e) {
      var last = keeper.held();
      if (last == null || !last.isLastResort(last.age(time))) {
        throw e;
      }
      return used(last);
    }
  }

  private SecretValue servingOrSuccessor() throws PlatformException {
    Flight awaited;
    synchronized (keeper) {
      keeper.refuseClosed();
      keeper.refreshIfDue(Reason.NONE);
      var serving = keeper.serving();
      if (serving != null) {
        return used(serving);
      }
      awaited = keeper.flightOrRefusal();
    }
    return await(awaited);
  }

  private SecretValue used(HeldToken token) {
    meter.used(token.age(time));
    return token.value();
  }

  /** The token to use after the platform refused {@code rejected} with 401. Blocks as above. */
  public SecretValue replace(SecretValue rejected) throws PlatformException {
    Flight awaited;
    synchronized (keeper) {
      keeper.refuseClosed();
      var serving = keeper.serving();
      if (serving != null && !serving.is(rejected)) {
        return serving.value();
      }
      if (serving != null) {
        drop(serving);
      }
      keeper.refreshIfDue(Reason.REJECTED);
      awaited = keeper.flightOrRefusal();
    }
    return await(awaited);
  }

  private void drop(HeldToken rejected) throws PlatformException {
    if (rejected.age(time) < YOUNG.toMillis()) {
      throw new Unreachable("the platform does not know the new token yet", null);
    }
    // an API that always answers 401 would otherwise cost a token each time
    if (forced != null && time.since(forced).compareTo(BETWEEN_FORCED) < 0) {
      throw new SignInRequired("the platform refuses a new token, too");
    }
    forced = time.now();
    keeper.forgetToken();
    meter.forced();
  }

  private SecretValue await(Flight awaited) throws PlatformException {
    meter.waits();
    try {
      var token = mayWait.getAsBoolean() ? awaited.await() : awaited.now();
      meter.used(0);
      return token;
    } finally {
      meter.waited();
    }
  }

  /**
   * Because a person asked: one attempt at once, unless the server wants to be left alone. A
   * sign-in that still waits for them begins anew.
   */
  public void retryNow() {
    keeper.personAsked();
  }

  /** The desktop's session is another, of the same agent: what failed with the last may work. */
  public void sessionRenewed() {
    keeper.openGate();
  }

  /** Whether the token is kept good while nobody asks for it. */
  public void keepFresh(boolean wanted) {
    keeper.keepFresh(wanted);
  }

  /** Forgets everything and takes the token back at its server; later answers are dropped. */
  @Override
  public void close() {
    keeper.close();
  }

  /** The figures so far; {@code skew}: how far the platform's clock is ahead of ours. */
  public TokenMetrics metrics(Duration skew) {
    return keeper.metrics(skew);
  }

  /** A word for diagnostics. */
  public String describe() {
    return keeper.state().name().toLowerCase(Locale.ROOT) + keeper.obstacle();
  }
}
