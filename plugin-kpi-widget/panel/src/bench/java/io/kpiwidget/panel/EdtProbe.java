package io.kpiwidget.panel;

import java.awt.EventQueue;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts a task to the EDT each millisecond, and knows how long the slowest of them had to wait. On
 * a machine with more to do than it has processors that is not the EDT's work alone, so the work is
 * there, too: the most that the EDT has computed between two of the tasks.
 */
final class EdtProbe implements AutoCloseable {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong most = new AtomicLong();
  private final Thread thread = new Thread(this::post, "edt-probe");
  private volatile boolean closed;

  /** Of the EDT alone. */
  private long computed;

  static EdtProbe start() {
    var probe = new EdtProbe();
    OnEdt.run(() -> probe.computed = THREADS.getCurrentThreadCpuTime());
    probe.thread.setDaemon(true);
    probe.thread.start();
    return probe;
  }

  private void post() {
    while (!closed) {
      long posted = System.nanoTime();
      EventQueue.invokeLater(() -> arrived(posted));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  private void arrived(long posted) {
    longest.accumulateAndGet(System.nanoTime() - posted, Math::max);
    long now = THREADS.getCurrentThreadCpuTime();
    most.accumulateAndGet(now - computed, Math::max);
    computed = now;
  }

  double stallMillis() {
    return longest.get() / 1e6;
  }

  double workMillis() {
    return most.get() / 1e6;
  }

  @Override
  public void close() {
    closed = true;
  }
}
