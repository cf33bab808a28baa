package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.platform.TokenGrant;
import io.kpiwidget.engine.token.TokenEvents.Outcome;
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

  private final ProvenSource source;
  private final Setup setup;
  private final Time time;
  private final TokenGate gate;
  private final TokenTicks ticks;
  private final TokenMeter meter = new TokenMeter();

  private volatile @Nullable HeldToken held;
  private volatile boolean closed;
  private @Nullable Flight flight;
  private Time.@Nullable Moment forced;
  private boolean wished;

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
    this.source = new ProvenSource(source, check, setup.time());
    this.setup = setup;
    this.time = setup.time();
    this.gate = new TokenGate(time.nanos());
    this.ticks = new TokenTicks(time, setup.timer(), this::tick);
  }

  /**
   * A token that still serves. Blocks for 5 s at most, and only when there is none: one that is due
   * is served while its successor is fetched.
   */
  public SecretValue token() throws PlatformException {
    var present = held;
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
      var last = held;
      if (last == null || !last.isLastResort(last.age(time))) {
        throw e;
      }
      return used(last);
    }
  }

  private SecretValue servingOrSuccessor() throws PlatformException {
    Flight awaited;
    synchronized (this) {
      refuseClosed();
      refreshIfDue(Reason.NONE);
      var serving = serving();
      if (serving != null) {
        return used(serving);
      }
      awaited = flightOrRefusal();
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
    synchronized (this) {
      refuseClosed();
      var serving = serving();
      if (serving != null && !serving.is(rejected)) {
        return serving.value();
      }
      if (serving != null) {
        drop(serving);
      }
      refreshIfDue(Reason.REJECTED);
      awaited = flightOrRefusal();
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
    held = null;
    meter.forced();
  }

  /**
   * Because a person asked: one attempt at once, unless the server wants to be left alone. A
   * sign-in that still waits for them begins anew.
   */
  public synchronized void retryNow() {
    gate.open();
    wished = serving() == null;
    if (flight != null && flight.abandonIfWaiting()) {
      flight = null;
    }
  }

  /** The desktop's session is another, of the same agent: what failed with the last may work. */
  public synchronized void sessionRenewed() {
    gate.open();
  }

  /** Whether the token is kept good while nobody asks for it. */
  public synchronized void keepFresh(boolean wanted) {
    ticks.run(wanted && !closed);
  }

  /** Forgets everything and takes the token back at its server; later answers are dropped. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    ticks.run(false);
    var last = held;
    held = null;
    if (flight != null) {
      flight.abandonIfWaiting();
    }
    flight = null;
    source.forget();
    if (last != null) {
      setup.background().execute(() -> source.revoke(last.value()));
    }
  }

  /** The figures so far; {@code skew}: how far the platform's clock is ahead of ours. */
  public synchronized TokenMetrics metrics(Duration skew) {
    return meter.metrics(state(), gate.remaining(), skew);
  }

  /** A word for diagnostics. */
  public synchronized String describe() {
    return state().name().toLowerCase(Locale.ROOT) + gate.describe();
  }

  private TokenState state() {
    if (closed) {
      return TokenState.CLOSED;
    }
    var latch = gate.latch();
    return latch != null ? latch : stateOfToken();
  }

  private TokenState stateOfToken() {
    var serving = serving();
    if (serving != null) {
      return isFresh(serving) ? TokenState.FRESH : TokenState.DUE;
    }
    if (gate.isShutByFailure()) {
      return TokenState.BACKOFF;
    }
    return held == null ? TokenState.EMPTY : TokenState.DEAD;
  }

  private void refuseClosed() throws PlatformException {
    if (closed) {
      throw new SignInRequired("signed out");
    }
  }

  private @Nullable HeldToken serving() {
    var present = held;
    return present != null && present.isAlive(present.age(time)) ? present : null;
  }

  private boolean isFresh(HeldToken token) {
    return token.isFresh(token.age(time));
  }

  // one for all callers
  private void refreshIfDue(Reason reason) {
    var present = held;
    if (flight != null || !gate.isOpen() || (present != null && isFresh(present))) {
      return;
    }
    var started = new Flight(wished ? Reason.PERSON : reason);
    wished = false;
    flight = started;
    gate.attempted();
    setup.background().execute(() -> fly(started));
  }

  private Flight flightOrRefusal() throws PlatformException {
    if (flight != null) {
      return flight;
    }
    var landed = serving(); // where background work is done at once
    if (landed == null) {
      throw gate.reason();
    }
    return Flight.landed(landed.value());
  }

  private SecretValue await(Flight awaited) throws PlatformException {
    meter.waits();
    try {
      var token = setup.mayWait().getAsBoolean() ? awaited.await() : awaited.now();
      meter.used(0);
      return token;
    } finally {
      meter.waited();
    }
  }

  private synchronized void tick() {
    if (!ticks.running()) {
      return;
    }
    var jump = ticks.jump();
    if (!jump.isZero()) {
      setup.events().clockJumped(jump);
      gate.openIfTransient(); // what failed before the machine slept says nothing about now
    }
    if (held != null) {
      refreshIfDue(Reason.DUE);
    }
    ticks.next(untilWorthALook());
  }

  private Duration untilWorthALook() {
    var present = held;
    return present != null && isFresh(present)
        ? present.untilDue(present.age(time))
        : gate.remaining();
  }

  private void fly(Flight started) {
    long begun = time.nanos().getAsLong();
    started.begin();
    try {
      land(started, source.request(started, this::isKnown), begun);
    } catch (PlatformException e) {
      fail(started, e, begun);
    } catch (RuntimeException | Error e) {
      // a vendor's code ran: only the kind is told, and no caller may wait for ever
      var kind = new PlatformException.BadAnswer("token source: " + e.getClass().getName());
      fail(started, kind, begun);
    } finally {
      started.end();
    }
  }

  /** The token of one who has left is not even shown to the platform. */
  private boolean isKnown(TokenGrant grant) {
    var present = held;
    return closed || (present != null && present.is(grant.token()));
  }

  private void land(Flight started, TokenGrant grant, long begun) {
    synchronized (this) {
      attempted(closed ? Outcome.LATE : Outcome.TOKEN, begun);
      if (!closed) {
        flight = flight == started ? null : flight;
        hold(grant);
        started.land(grant.token());
        return;
      }
    }
    started.fail(new SignInRequired("signed out"));
    source.revoke(grant.token());
  }

  private void hold(TokenGrant grant) {
    var spread = setup.random().nextDouble();
    var token = new HeldToken(grant, TokenLife.of(grant.lifetime(), grant.refreshIn(), spread));
    held = token;
    gate.succeeded();
    long age = token.age(time);
    setup.events().token(token.value(), token.untilDead(age));
    ticks.next(token.untilDue(age));
  }

  private synchronized void fail(Flight started, PlatformException failure, long begun) {
    var kind = TokenFailure.of(failure);
    attempted(kind.outcome(), begun);
    if (flight == started) {
      flight = null;
      if (kind.endsTheToken()) {
        held = null;
      }
      gate.failed(failure, left(), setup.random().nextDouble());
    }
    started.fail(failure);
  }

  private Duration left() {
    var present = held;
    return present == null ? Duration.ZERO : present.untilDead(present.age(time));
  }

  private void attempted(Outcome outcome, long begun) {
    var latency = Duration.ofNanos(time.nanos().getAsLong() - begun);
    meter.attempted(outcome, latency);
    setup.events().attempted(outcome, latency);
  }
}
