package io.kpiwidget.desktop;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How late the machine lets a thread run that has nothing to wait for. Close it. */
final class Jitter implements AutoCloseable {

  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private volatile long longest;
  private volatile boolean closed;

  Jitter() {
    Thread thread = new Thread(this::watch, "test-jitter");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    while (!closed) {
      long before = System.nanoTime();
      LockSupport.parkNanos(PERIOD_NANOS);
      longest = Math.max(longest, System.nanoTime() - before - PERIOD_NANOS);
    }
  }

  long longestMillis() {
    return TimeUnit.NANOSECONDS.toMillis(longest);
  }

  @Override
  public void close() {
    closed = true;
  }
}
