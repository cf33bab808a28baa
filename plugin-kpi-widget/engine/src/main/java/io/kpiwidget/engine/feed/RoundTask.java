package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.SafeLog;
import org.slf4j.Logger;

/** One round on a background thread; what becomes of it is told on the feed's. */
record RoundTask(WidgetSession of, Wanted wanted, Threads threads, Outcome outcome)
    implements Runnable {

  private static final Logger log = SafeLog.of(RoundTask.class);

  /** Hears of a round. Feed thread. */
  interface Outcome {
    void step(WidgetSession of, String step);

    void done(WidgetSession of, Round round);

    void failed(WidgetSession of, PlatformException failure);
  }

  @Override
  public void run() {
    try {
      var round = of.refresh(wanted, step -> threads.feed(() -> outcome.step(of, step)));
      threads.feed(() -> outcome.done(of, round));
    } catch (PlatformException e) {
      threads.feed(() -> outcome.failed(of, e));
    } catch (RuntimeException | Error e) {
      log.warn("a round ended unexpectedly", e);
      var told = new PlatformException.BadAnswer("unexpected: " + e.getClass().getName());
      threads.feed(() -> outcome.failed(of, told)); // or the feed would wait for it for ever
    }
  }
}
