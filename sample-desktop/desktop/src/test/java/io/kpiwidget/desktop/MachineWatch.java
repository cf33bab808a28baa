package io.kpiwidget.desktop;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** How late the machine lets a thread run that nothing holds up but the machine. Close it. */
final class MachineWatch implements AutoCloseable {

  private static final long PERIOD_NANOS = Duration.ofMillis(2).toNanos();

  private final AtomicLong longest = new AtomicLong();
  private final Thread thread = new Thread(this::watch, "test-machine-watch");
  private volatile boolean closed;

  private MachineWatch() {
    thread.setDaemon(true);
  }

  static MachineWatch start() {
    MachineWatch watch = new MachineWatch();
    watch.thread.start();
    return watch;
  }

  private void watch() {
    long last = System.nanoTime();
    while (!closed) {
      LockSupport.parkNanos(PERIOD_NANOS);
      long now = System.nanoTime();
      longest.set(Math.max(longest.get(), now - last - PERIOD_NANOS));
      last = now;
    }
  }

  Duration longest() {
    return Duration.ofNanos(longest.get());
  }

  @Override
  public void close() {
    closed = true;
  }
}
