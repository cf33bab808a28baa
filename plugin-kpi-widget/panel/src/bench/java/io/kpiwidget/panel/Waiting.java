package io.kpiwidget.panel;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits that end with an exception where nothing comes. */
final class Waiting {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
  private static final long LOOK = TimeUnit.MICROSECONDS.toNanos(200);

  private Waiting() {}

  static void on(CountDownLatch latch, String what) throws InterruptedException, TimeoutException {
    if (!latch.await(PATIENCE, TimeUnit.NANOSECONDS)) {
      throw new TimeoutException(what);
    }
  }

  /** Looks more often than each millisecond. */
  static void until(BooleanSupplier condition, String what) throws TimeoutException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE) {
        throw new TimeoutException(what);
      }
      LockSupport.parkNanos(LOOK);
    }
  }
}
