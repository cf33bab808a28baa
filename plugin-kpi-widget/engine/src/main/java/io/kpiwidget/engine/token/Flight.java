package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.token.TokenSource.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One request for a token, which all who need one wait for together. Any thread. */
final class Flight implements TokenSource.Request {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Reason reason;
  private final CompletableFuture<SecretValue> token = new CompletableFuture<>();
  private @Nullable Thread pilot;
  private boolean waiting;

  Flight(Reason reason) {
    this.reason = reason;
  }

  /** One that is over. */
  static Flight landed(SecretValue token) {
    var flight = new Flight(Reason.NONE);
    flight.land(token);
    return flight;
  }

  @Override
  public Reason reason() {
    return reason;
  }

  /** It is under way on this thread. */
  synchronized void begin() {
    pilot = Thread.currentThread();
  }

  synchronized void end() {
    pilot = null;
  }

  /** Gives up, if it is the agent whom it waits for; whether it was. */
  synchronized boolean abandonIfWaiting() {
    if (waiting && pilot != null) {
      pilot.interrupt();
    }
    return waiting;
  }

  /** The flight goes on; those who wait are told where the agent has to sign in. */
  @Override
  public synchronized void waitsForAgent(URI link) {
    waiting = true;
    fail(SignInRequired.inBrowser("waiting for the agent's sign-in", Optional.of(link)));
  }

  void land(SecretValue landed) {
    token.complete(landed);
  }

  void fail(PlatformException failure) {
    token.completeExceptionally(failure);
  }

  /** Blocks for 5 s at most. */
  SecretValue await() throws PlatformException {
    return await(LONGEST_WAIT);
  }

  /** The same where nobody may wait. Returns at once. */
  SecretValue now() throws PlatformException {
    return await(Duration.ZERO);
  }

  private SecretValue await(Duration longest) throws PlatformException {
    try {
      return token.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted", e);
    } catch (TimeoutException e) {
      throw new Unreachable("no token within " + longest.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof PlatformException told ? told : new Unreachable("no token", e);
    }
  }
}
