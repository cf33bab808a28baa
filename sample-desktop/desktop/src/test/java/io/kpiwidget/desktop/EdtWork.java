package io.kpiwidget.desktop;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.swing.SwingUtilities;

/**
 * What the Event Dispatch Thread does while an event waits for it: its processor time and the time
 * that a lock holds it up. Other than the time by a clock, this is the same on a busy machine.
 * Close it.
 */
final class EdtWork implements AutoCloseable {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final AtomicLong longest = new AtomicLong();
  private final Thread thread = new Thread(this::watch, "test-edt-work");
  private final long edt;
  private volatile boolean closed;

  private EdtWork(long edt) {
    this.edt = edt;
    thread.setDaemon(true);
  }

  static EdtWork start() throws InterruptedException {
    THREADS.setThreadContentionMonitoringEnabled(true);
    EdtWork work = new EdtWork(DesktopDriver.onEdt(() -> Thread.currentThread().getId()));
    work.thread.start();
    return work;
  }

  private void watch() {
    while (!closed) {
      long before = spent();
      CountDownLatch ran = new CountDownLatch(1);
      SwingUtilities.invokeLater(ran::countDown);
      try {
        ran.await();
      } catch (InterruptedException ended) {
        return;
      }
      longest.accumulateAndGet(spent() - before, Math::max);
      LockSupport.parkNanos(PERIOD_NANOS);
    }
  }

  private long spent() {
    long blocked = THREADS.getThreadInfo(edt).getBlockedTime();
    return THREADS.getThreadCpuTime(edt) + TimeUnit.MILLISECONDS.toNanos(blocked);
  }

  /** The most that any event waited for. */
  Duration longest() {
    return Duration.ofNanos(longest.get());
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
