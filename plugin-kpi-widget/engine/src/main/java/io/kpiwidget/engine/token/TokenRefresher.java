package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.platform.TokenGrant;
import io.kpiwidget.engine.token.TokenLife.State;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one agent's token good. Another agent gets another refresher: after {@link #wipe} a late
 * answer has nowhere to land. Any thread.
 */
public final class TokenRefresher {

  private static final Duration BETWEEN_FORCED = Duration.ofSeconds(30);

  private final TokenSource source;
  private final SubjectCheck check;
  private final Time time;
  private final Executor background;
  private final RandomGenerator random;
  private final Consumer<SecretValue> listener;
  private final TokenGate gate;

  private @Nullable Held held;
  private @Nullable Flight flight;
  private Time.@Nullable Moment forced;
  private boolean wiped;

  private record Held(SecretValue token, TokenLife life, Time.Moment sent) {}

  private record Asked(TokenSource.Reason reason) implements TokenSource.Request {
    @Override
    public void waitsForAgent(java.net.URI link) {}
  }

  /** What a refresher runs on. */
  public record Setup(
      Time time, Executor background, RandomGenerator random, Consumer<SecretValue> listener) {}

  public TokenRefresher(TokenSource source, SubjectCheck check, Setup setup) {
    this.source = source;
    this.check = check;
    this.time = setup.time();
    this.background = setup.background();
    this.random = setup.random();
    this.listener = setup.listener();
    this.gate = new TokenGate(setup.time());
  }

  /**
   * A token that still serves. Blocks for 5 s at most, and only when there is none: one that is due
   * is served while its successor is fetched.
   */
  public SecretValue token() throws PlatformException {
    SecretValue serving;
    Flight awaited;
    synchronized (this) {
      refuseWiped();
      serving = state() == State.DEAD || held == null ? null : held.token();
      if (serving != null && state() == State.FRESH) {
        return serving;
      }
      if (!gate.isOpen() && flight == null) {
        return servingOrFailure(serving);
      }
      awaited = flight();
    }
    return serving != null ? serving : awaited.await();
  }

  /** The token to use after the platform refused {@code rejected} with 401. Blocks as above. */
  public SecretValue replace(SecretValue rejected) throws PlatformException {
    Flight awaited;
    synchronized (this) {
      refuseWiped();
      if (held != null && !held.token().equals(rejected)) {
        return held.token();
      }
      refuseForcedTooSoon();
      held = null;
      gate.pass();
      awaited = flight();
    }
    return awaited.await();
  }

  // an API that always answers 401 would otherwise cost a token each time
  private void refuseForcedTooSoon() throws PlatformException {
    if (forced != null && time.since(forced).compareTo(BETWEEN_FORCED) < 0) {
      throw new SignInRequired("the platform refuses a new token, too");
    }
    forced = time.now();
  }

  /** Opens the way for one attempt, because a person asked; never while the platform throttles. */
  public synchronized void retryNow() {
    gate.openForPerson();
  }

  /** Forgets everything; later answers are dropped. */
  public synchronized void wipe() {
    wiped = true;
    held = null;
    flight = null;
  }

  /** A word for diagnostics. */
  public synchronized String describe() {
    var word = held == null ? "none" : state().name().toLowerCase(Locale.ROOT);
    return word + gate.describe();
  }

  private synchronized void refuseWiped() throws PlatformException {
    if (wiped) {
      throw new SignInRequired("signed out");
    }
  }

  private State state() {
    return held == null ? State.DEAD : held.life().at(time.since(held.sent()));
  }

  private SecretValue servingOrFailure(@Nullable SecretValue serving) throws PlatformException {
    if (serving == null) {
      gate.pass();
      throw new Unreachable("no token", null);
    }
    return serving;
  }

  // one for all callers
  private Flight flight() {
    if (flight != null) {
      return flight;
    }
    var started = new Flight();
    flight = started;
    background.execute(() -> fly(started));
    return started;
  }

  private void fly(Flight started) {
    try {
      var grant = source.request(new Asked(TokenSource.Reason.NONE));
      refuseWiped(); // the token of one who has left is not even shown to the platform
      if (!isHeld(grant.token())) {
        check.verify(grant);
      }
      land(started, grant);
    } catch (PlatformException e) {
      fail(started, e);
    } catch (RuntimeException | Error e) {
      // a vendor's code ran: only the kind is told, and no caller may wait for ever
      fail(started, new PlatformException.BadAnswer("token source: " + e.getClass().getName()));
    }
  }

  private synchronized boolean isHeld(SecretValue token) {
    return held != null && held.token().equals(token);
  }

  private void land(Flight started, TokenGrant grant) {
    synchronized (this) {
      if (wiped) {
        started.fail(new SignInRequired("signed out"));
        return;
      }
      held =
          new Held(
              grant.token(), TokenLife.of(grant.lifetime(), random.nextDouble()), grant.sent());
      flight = null;
      gate.succeeded();
      listener.accept(grant.token());
    }
    started.land(grant.token());
  }

  private void fail(Flight started, PlatformException failure) {
    synchronized (this) {
      flight = null;
      gate.failed(failure, state() != State.DEAD, random.nextDouble());
      if (failure instanceof PlatformException.SubjectMismatch) {
        held = null;
      }
    }
    started.fail(failure);
  }
}
