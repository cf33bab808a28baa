package io.kpiwidget.desktop;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for conditions: looks again every 20 ms, and gives up with the condition's name. */
public final class Await {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private Await() {}

  /** Waits 15 s at most. */
  public static void await(String what, Callable<Boolean> condition) throws Exception {
    await(what, PATIENCE, condition);
  }

  /** Waits {@code patience} at most; not on the EDT. */
  public static void await(String what, Duration patience, Callable<Boolean> condition)
      throws Exception {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("waited " + patience + " in vain for " + what);
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }
}
