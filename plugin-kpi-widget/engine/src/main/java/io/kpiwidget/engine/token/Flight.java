package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.SecretValue;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request for a token, which all who need one wait for together. Any thread. */
final class Flight {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final CompletableFuture<SecretValue> token = new CompletableFuture<>();

  void land(SecretValue landed) {
    token.complete(landed);
  }

  void fail(PlatformException failure) {
    token.completeExceptionally(failure);
  }

  /** Blocks for 5 s at most. */
  SecretValue await() throws PlatformException {
    try {
      return token.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted", e);
    } catch (TimeoutException e) {
      throw new Unreachable("no token within " + LONGEST_WAIT.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof PlatformException told ? told : new Unreachable("no token", e);
    }
  }
}
