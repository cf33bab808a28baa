package io.kpiwidget.desktop;

import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.swing.SwingUtilities;
import org.checkerframework.checker.guieffect.qual.UIType;

/** The way onto the Event Dispatch Thread for threads that need an answer from it. */
final class Edt {

  private static final int CALM_PROBES = 3;
  private static final long CALM_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private Edt() {}

  /**
   * Blocks until events no longer wait: the first paint of a window in a cold JVM is over. Gives up
   * after {@code patience}, since a busy machine may never be calm.
   */
  static void settle(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    int calm = 0;
    while (calm < CALM_PROBES && System.nanoTime() - end < 0) {
      long asked = System.nanoTime();
      Edt.call(() -> true);
      calm = System.nanoTime() - asked < CALM_NANOS ? calm + 1 : 0;
      LockSupport.parkNanos(CALM_NANOS);
    }
  }

  /** Work with an answer, done on the EDT. */
  @UIType
  interface Work<T> {
    T run();
  }

  /** Blocks until {@code work} is done. Never for the EDT itself. */
  static <T> T call(Work<T> work) throws InterruptedException {
    List<T> answer = new ArrayList<>(1); // ordered by invokeAndWait
    try {
      SwingUtilities.invokeAndWait(() -> answer.add(work.run()));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the desktop's window failed", e.getCause());
    }
    return answer.get(0);
  }
}
