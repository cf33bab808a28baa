package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.platform.SafeLog;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;

/** The feed's own threads, all daemons named {@code kpi-widget-…}. */
final class FeedThreads implements Threads {

  private static final Logger log = SafeLog.of(FeedThreads.class);

  private final ScheduledThreadPoolExecutor feed =
      new ScheduledThreadPoolExecutor(1, named("kpi-widget-feed"));

  private final ThreadPoolExecutor background =
      new ThreadPoolExecutor(
          needed(1),
          needed(1),
          30,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          named("kpi-widget-io"));

  FeedThreads() {
    feed.setRemoveOnCancelPolicy(true);
    background.allowCoreThreadTimeOut(true);
  }

  /**
   * Each widget's round and the token, and all again for the next agent while the last winds up.
   */
  private static int needed(int widgets) {
    return 2 * (widgets + 1);
  }

  @Override
  public synchronized void widgets(int count) {
    if (needed(count) > background.getMaximumPoolSize()) {
      background.setMaximumPoolSize(needed(count));
      background.setCorePoolSize(needed(count));
    }
  }

  @Override
  public void feed(Runnable task) {
    later(Duration.ZERO, task);
  }

  @Override
  public Runnable later(Duration delay, Runnable task) {
    try {
      var scheduled = feed.schedule(() -> guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> scheduled.cancel(false);
    } catch (RejectedExecutionException e) {
      log.debug("closed: nothing more is scheduled");
      return () -> {};
    }
  }

  @Override
  public void background(Runnable task) {
    try {
      background.execute(() -> guarded(task));
    } catch (RejectedExecutionException e) {
      log.debug("closed: nothing more is asked");
    }
  }

  // the boundary of our threads: a bug must not end them without a word
  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      if (feed.isShutdown()) {
        // what ran while we were closed has lost its classes: nobody can act on that
        log.debug("ended by close: {}", e.getClass().getName());
      } else {
        log.warn("unexpected failure on {}", Thread.currentThread().getName(), e);
      }
    }
  }

  @Override
  public void close() {
    try {
      background.shutdownNow();
    } finally {
      feed.shutdownNow();
    }
  }

  private static ThreadFactory named(String name) {
    var numbers = new AtomicInteger();
    return task -> {
      var thread = new Thread(task, name + "-" + numbers.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
