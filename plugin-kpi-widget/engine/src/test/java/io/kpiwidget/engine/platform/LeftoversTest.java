package io.kpiwidget.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okio.AsyncTimeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class LeftoversTest {

  @Test
  @Timeout(10)
  void clear_letsTheWatchdogForgetATimeoutThatWasCalledOff() throws Exception {
    var calledOff = calledOffWhileWatched();

    Leftovers.clear();

    while (calledOff.get() != null && !Thread.currentThread().isInterrupted()) {
      System.gc();
    }
    assertThat(calledOff.get()).isNull();
  }

  // not in the test's own frame, which would keep it
  private static WeakReference<AsyncTimeout> calledOffWhileWatched() throws Exception {
    var timeout = new AsyncTimeout();
    timeout.timeout(1, TimeUnit.HOURS);
    timeout.enter();
    awaitWatchdog();
    timeout.exit();
    return new WeakReference<>(timeout);
  }

  // it looks at the next timeout when it has told one that it is over
  private static void awaitWatchdog() throws Exception {
    var over = new Over();
    over.timeout(1, TimeUnit.NANOSECONDS);
    over.enter();
    var watchdog = over.toldBy.get();
    while (watchdog.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  private static final class Over extends AsyncTimeout {

    private final CompletableFuture<Thread> toldBy = new CompletableFuture<>();

    @Override
    protected void timedOut() {
      toldBy.complete(Thread.currentThread());
    }
  }
}
