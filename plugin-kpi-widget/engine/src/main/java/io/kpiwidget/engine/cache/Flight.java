package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Obstacle;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One question on its way, whose end all who ask the same share, good or bad. Any thread. */
final class Flight {

  /** No widget shows nothing for longer. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final HttpCall call;
  private final long generation;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<CachedAnswer> end = new CompletableFuture<>();

  /** {@code generation} is that of what was kept when it left. */
  Flight(HttpCall call, long generation) {
    this.call = call;
    this.generation = generation;
  }

  /** Whether it is the caller who has to ask: nobody has begun. */
  boolean begin() {
    return begun.compareAndSet(false, true);
  }

  long generation() {
    return generation;
  }

  /** Whether its answer is one to {@code asked} too, even if answers vary by a field. */
  boolean serves(HttpCall asked) {
    return call.headers().equals(asked.headers());
  }

  void land(CachedAnswer answer) {
    end.complete(answer);
  }

  void fail(Exception failure) {
    end.completeExceptionally(failure);
  }

  /** Nobody waits for who will never tell: does nothing when it has ended otherwise. */
  void abandon() {
    fail(new Unreachable("who asked is gone", null));
  }

  /** Blocks for {@code longest} at most. */
  CachedAnswer await(Duration longest) throws PlatformException {
    try {
      return end.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted", e);
    } catch (TimeoutException e) {
      throw Unreachable.by(Obstacle.TIMEOUT, "no answer within " + longest.toSeconds() + " s");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof PlatformException told ? told : new Unreachable("failed", e);
    }
  }
}
