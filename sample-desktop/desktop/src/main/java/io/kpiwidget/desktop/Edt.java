package io.kpiwidget.desktop;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import javax.swing.SwingUtilities;
import org.checkerframework.checker.guieffect.qual.UIType;

/** The way onto the Event Dispatch Thread for threads that need an answer from it. */
final class Edt {

  private Edt() {}

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
