package io.kpiwidget.panel;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.swing.SwingUtilities;

/** Runs tests' steps on the EDT and brings back what they find or throw. */
public final class OnEdt {

  private OnEdt() {}

  public static <T> T get(Callable<T> step) {
    var task = new FutureTask<>(step);
    try {
      if (SwingUtilities.isEventDispatchThread()) {
        task.run();
      } else {
        SwingUtilities.invokeAndWait(task);
      }
      return task.get();
    } catch (InterruptedException | InvocationTargetException e) {
      throw new AssertionError(e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw e.getCause() instanceof AssertionError failed
          ? failed
          : new AssertionError(e.getCause());
    }
  }

  public static void run(Runnable step) {
    get(
        () -> {
          step.run();
          return true;
        });
  }
}
