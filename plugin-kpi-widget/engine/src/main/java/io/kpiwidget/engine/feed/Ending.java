package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.platform.SafeLog;
import java.util.List;
import org.slf4j.Logger;

/**
 * What a feed does last: every step, whatever becomes of the others. By then the plugin's class
 * loader may be closed, and a step that needs one more class ends with an Error. So the steps are
 * made when the feed is, and the threads go in the end in any case.
 */
record Ending(List<Runnable> steps) implements Runnable {

  private static final Logger log = SafeLog.of(Ending.class);

  Ending {
    steps = List.copyOf(steps);
  }

  @Override
  public void run() {
    for (int i = 0; i < steps.size(); i++) {
      try {
        steps.get(i).run();
      } catch (RuntimeException | Error e) {
        log.debug("step {} of the end: {}", i, e.getClass().getName());
      }
    }
  }
}
