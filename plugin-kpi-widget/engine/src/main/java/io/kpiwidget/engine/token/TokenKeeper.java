package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.platform.TokenGrant;
import io.kpiwidget.engine.token.TokenEvents.Outcome;
import io.kpiwidget.engine.token.TokenSource.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The token that is held, and the one attempt at its successor. Its monitor guards all of it; only
 * {@link #held} may be read without.
 */
final class TokenKeeper {

  private final ProvenSource source;
  private final TokenRefresher.Setup setup;
  private final TokenMeter meter;
  private final Time time;
  private final TokenGate gate;
  private final TokenTicks ticks;

  private volatile @Nullable HeldToken held;
  private volatile boolean closed;
  private @Nullable Flight flight;
  private boolean wished;

  TokenKeeper(ProvenSource source, TokenRefresher.Setup setup, TokenMeter meter) {
    this.source = source;
    this.setup = setup;
    this.meter = meter;
    this.time = setup.time();
    this.gate = new TokenGate(time.nanos());
    this.ticks = new TokenTicks(time, setup.timer(), this::tick);
  }

  @Nullable HeldToken held() {
    return held;
  }

  /** The token while it may be used without a thought. */
  @Nullable HeldToken serving() {
    var present = held;
    return present != null && present.isAlive(present.age(time)) ? present : null;
  }

  void refuseClosed() throws PlatformException {
    if (closed) {
      throw new SignInRequired("signed out");
    }
  }

  /** The platform does not take it. */
  synchronized void forgetToken() {
    held = null;
  }

  synchronized void personAsked() {
    gate.open();
    wished = serving() == null;
    if (flight != null && flight.abandonIfWaiting()) {
      flight = null;
    }
  }

  synchronized void openGate() {
    gate.open();
  }

  synchronized void keepFresh(boolean wanted) {
    ticks.run(wanted && !closed);
  }

  synchronized void close() {
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

  synchronized TokenMetrics metrics(Duration skew) {
    return meter.metrics(state(), gate.remaining(), skew);
  }

  /** What is in the way, for diagnostics; empty when nothing is. */
  synchronized String obstacle() {
    return gate.describe();
  }

  synchronized TokenState state() {
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

  private boolean isFresh(HeldToken token) {
    return token.isFresh(token.age(time));
  }

  /** One attempt for all callers, if one is due, none is under way and the gate is open. */
  synchronized void refreshIfDue(Reason reason) {
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

  /** The attempt under way, or why there is none. */
  synchronized Flight flightOrRefusal() throws PlatformException {
    if (flight != null) {
      return flight;
    }
    var landed = serving(); // where background work is done at once
    if (landed == null) {
      throw gate.reason();
    }
    return Flight.landed(landed.value());
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
    late(started, grant.token());
  }

  private void late(Flight started, SecretValue token) {
    started.fail(new SignInRequired("signed out"));
    source.revoke(token);
  }

  private void hold(TokenGrant grant) {
    var spread = setup.random().nextDouble();
    var life = TokenLife.of(grant.lifetime(), grant.refreshIn(), spread);
    var token = new HeldToken(grant, life);
    held = token;
    gate.succeeded();
    long age = token.age(time);
    setup.events().token(token.value(), token.untilEnd(age));
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
      var present = held;
      var left = present == null ? Duration.ZERO : present.untilEnd(present.age(time));
      gate.failed(failure, left, setup.random().nextDouble());
    }
    started.fail(failure);
  }

  private void attempted(Outcome outcome, long begun) {
    var latency = Duration.ofNanos(time.nanos().getAsLong() - begun);
    meter.attempted(outcome, latency);
    setup.events().attempted(outcome, latency);
  }
}
