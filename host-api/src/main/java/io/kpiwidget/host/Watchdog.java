package io.kpiwidget.host;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells who keeps the EDT from its work. Plugins close on the EDT, since Swing has no other place,
 * and nobody can take it back from one that waits there: what is left is to name it while it does.
 */
final class Watchdog {

  /** What an agent takes for a hiccup; beyond it the desktop looks frozen. */
  static final long PATIENCE_MS = 250;

  private final Notices notices;
  private final ScheduledThreadPoolExecutor timer;

  Watchdog(Notices notices) {
    this.notices = notices;
    timer = new ScheduledThreadPoolExecutor(1, Watchdog::thread);
    timer.setRemoveOnCancelPolicy(true); // else it holds on to plugins that are gone
    timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    timer.prestartCoreThread(); // a thread remembers who was on the stack when it was made
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "plugin-host-watchdog");
    thread.setDaemon(true);
    return thread;
  }

  /** Tells of {@code plugin} unless the answer is closed in time; for the thread that it blocks. */
  Registration watch(String plugin) {
    Thread blocked = Thread.currentThread();
    Future<?> alarm =
        timer.schedule(() -> notices.slow(plugin, blocked), PATIENCE_MS, TimeUnit.MILLISECONDS);
    return () -> alarm.cancel(false);
  }

  /** Nothing is watched from now on. */
  void stop() {
    timer.shutdownNow();
  }
}
