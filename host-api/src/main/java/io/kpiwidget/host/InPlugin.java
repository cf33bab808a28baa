package io.kpiwidget.host;

import java.util.concurrent.Callable;

/** A call into a plugin. */
final class InPlugin {

  private InPlugin() {}

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
