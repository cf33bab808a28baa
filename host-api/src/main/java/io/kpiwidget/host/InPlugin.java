package io.kpiwidget.host;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The way into one plugin: what it throws becomes a notice, and goes no further. */
final class InPlugin {

  /** Something a plugin does. */
  @FunctionalInterface
  interface Task {
    void run() throws Exception;
  }

  private final String id;
  private final ClassLoader loader;
  private final Notices notices;
  private final Watchdog watchdog;

  InPlugin(String id, ClassLoader loader, Notices notices, Watchdog watchdog) {
    this.id = id;
    this.loader = loader;
    this.notices = notices;
    this.watchdog = watchdog;
  }

  /** Returns the plugin's answer, null when it threw; {@code what} as {@link #failed} wants it. */
  <T> @Nullable T ask(String what, Callable<T> call) {
    try {
      return call(loader, call);
    } catch (Throwable e) {
      failed(what, e);
      return null;
    }
  }

  /** Lets the plugin do {@code task}; {@code what} as {@link #failed} wants it. */
  void run(String what, Task task) {
    ask(
        what,
        () -> {
          task.run();
          return true;
        });
  }

  /** Tells that the plugin failed; {@code what} reads on after its name: "could not start". */
  void failed(String what, Throwable cause) {
    notices.failed(id, what, cause);
  }

  /** Does {@code task} on the EDT, under the eye of the watchdog. */
  void watched(Runnable task) {
    Registration watch = watchdog.watch(id);
    try {
      task.run();
    } finally {
      watch.close();
    }
  }

  /** PF4J leaves the context class loader alone; libraries inside a plugin look there. */
  static <T> T call(ClassLoader loader, Callable<T> call) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return call.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
