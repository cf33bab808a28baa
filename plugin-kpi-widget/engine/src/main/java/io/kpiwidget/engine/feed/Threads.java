package io.kpiwidget.engine.feed;

import java.time.Duration;

/** Where a feed's work happens: decisions on one thread, in order; waiting on a few others. */
interface Threads extends AutoCloseable {

  /** Runs {@code task} on the feed's thread. Returns at once; after close it does nothing. */
  void feed(Runnable task);

  /** The same after {@code delay}; the answer takes it back. */
  Runnable later(Duration delay, Runnable task);

  /** So many widgets may have something to wait for at once. */
  void widgets(int count);

  /** Runs {@code task}, which may block, on another thread. */
  void background(Runnable task);

  /** Ends every thread without waiting for it. */
  @Override
  void close();
}
