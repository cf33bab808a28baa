package io.kpiwidget.desktop;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Makes the desktop's threads. */
final class Background {

  private Background() {}

  /** One daemon thread with this name; whoever asks for it stops it. */
  static ScheduledExecutorService one(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        work -> {
          Thread thread = new Thread(work, name);
          thread.setDaemon(true);
          return thread;
        });
  }
}
