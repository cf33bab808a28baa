package io.kpiwidget.panel.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.swing.SwingUtilities;
import org.checkerframework.checker.guieffect.qual.UI;

/** What waits for a picture, by ticket. On the EDT. */
final class Awaited {

  private final TreeMap<Long, Runnable> waiting = new TreeMap<>();
  private long last;

  /** The ticket of {@code work}, above all before. */
  long add(@UI Runnable work) {
    last++;
    waiting.put(last, () -> SwingUtilities.invokeLater(work));
    return last;
  }

  /** The picture is here that {@code ticket} and those before it wait for. */
  void arrived(long ticket) {
    Map<Long, Runnable> due = waiting.headMap(ticket, true);
    List<Runnable> now = new ArrayList<>(due.values());
    due.clear();
    now.forEach(Runnable::run);
  }

  void clear() {
    waiting.clear();
  }
}
