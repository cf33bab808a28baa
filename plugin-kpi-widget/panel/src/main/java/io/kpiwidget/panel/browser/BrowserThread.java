package io.kpiwidget.panel.browser;

import io.kpiwidget.engine.platform.SafeLog;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/** The supervision's one thread. Any thread may give it work, which returns at once. */
final class BrowserThread {

  private static final Logger log = SafeLog.of(BrowserThread.class);

  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, BrowserThread::daemon);

  BrowserThread() {
    thread.setRemoveOnCancelPolicy(true);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "kpi-widget-browser");
    thread.setDaemon(true);
    return thread;
  }

  /** After {@link #stop} nothing happens. */
  void later(Runnable work) {
    try {
      thread.execute(() -> guarded(work));
    } catch (RejectedExecutionException closedAlready) {
      log.trace("closed", closedAlready);
    }
  }

  Future<?> later(Duration pause, Runnable work) {
    return thread.schedule(() -> guarded(work), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** With a pause in between, so that a computer that slept does not make up for it. */
  Future<?> every(Duration pause, Runnable work) {
    long millis = pause.toMillis();
    return thread.scheduleWithFixedDelay(
        () -> guarded(work), millis, millis, TimeUnit.MILLISECONDS);
  }

  void stop() {
    thread.shutdownNow();
  }

  /** A listener that throws must not end the supervision. */
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException bug) {
      log.warn("the browser's supervision failed", bug);
    }
  }
}
