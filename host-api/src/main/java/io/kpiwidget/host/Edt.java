package io.kpiwidget.host;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.swing.SwingUtilities;
import org.checkerframework.checker.guieffect.qual.UI;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.checkerframework.checker.guieffect.qual.UIType;

/** The way to the event dispatch thread, where everything about plugins happens. */
final class Edt {

  /**
   * How long another thread waits. Not for ever: a shutdown hook that closes the host would never
   * come back while the EDT itself sits in {@code System.exit}.
   */
  private static final long PATIENCE_SECONDS = 10;

  /** Something to do on the EDT that can tell whether it worked. */
  @UIType
  @FunctionalInterface
  interface Operation {
    @UIEffect
    boolean run();
  }

  private Edt() {}

  /** Runs {@code task} after what is queued already, also when called on the EDT. */
  static void later(@UI Runnable task) {
    SwingUtilities.invokeLater(task);
  }

  /** Runs {@code task} now when called on the EDT, else later. */
  @SuppressWarnings("guieffect") // it asks where it is
  static void promptly(Runnable task) {
    if (SwingUtilities.isEventDispatchThread()) {
      task.run();
    } else {
      later(task);
    }
  }

  /** Runs {@code operation} now on the EDT; from another thread waits for it, false if in vain. */
  @SuppressWarnings("guieffect") // the checker cannot see that either branch is on the EDT
  static boolean call(Operation operation) {
    if (SwingUtilities.isEventDispatchThread()) {
      return operation.run();
    }
    FutureTask<Boolean> task = new FutureTask<>(operation::run);
    SwingUtilities.invokeLater(task);
    return await(task);
  }

  private static boolean await(FutureTask<Boolean> task) {
    try {
      return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
