package io.kpiwidget.desktop.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.swing.SwingUtilities;

/**
 * Measures how long events wait for the Event Dispatch Thread: its own thread posts a probe every
 * 10 ms (one at a time, so a stall is counted once) and looks how late it runs.
 */
public final class EdtWatchdog implements AutoCloseable {

  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private static final int DEPTH = 40;

  private final Stalls stalls = new Stalls();
  private final Thread thread = new Thread(this::watch, "desktop-edt-watchdog");
  private volatile Optional<Thread> edt = Optional.empty();
  private volatile boolean closed;

  private EdtWatchdog() {
    thread.setDaemon(true);
  }

  /** Starts to watch. */
  public static EdtWatchdog start() {
    var watchdog = new EdtWatchdog();
    watchdog.thread.start();
    return watchdog;
  }

  /** What was found so far. Any thread. */
  public Stalls.Found found() {
    return stalls.found(System.nanoTime());
  }

  private void watch() {
    while (!closed) {
      if (stalls.probePosted(System.nanoTime())) {
        SwingUtilities.invokeLater(this::probeRan);
      }
      look(System.nanoTime());
      LockSupport.parkNanos(PERIOD_NANOS);
    }
  }

  private void probeRan() {
    edt = Optional.of(Thread.currentThread());
    stalls.probeRan(System.nanoTime());
  }

  private void look(long now) {
    if (edt.isPresent() && stalls.worst(now)) {
      stalls.where(calls(edt.get()), now);
    }
  }

  private static List<String> calls(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .limit(DEPTH)
        .map(StackTraceElement::toString)
        .toList();
  }

  /** Stops; the thread ends within its period. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  /** True when the thread has ended. */
  boolean ended(Duration patience) throws InterruptedException {
    thread.join(patience.toMillis());
    return !thread.isAlive();
  }
}
