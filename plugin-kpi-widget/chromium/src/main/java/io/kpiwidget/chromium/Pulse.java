package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.Entry;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Asks the host page for signs of life. The answers come through the page's own thread and back by
 * its site, so they stop when any of Chromium, the page and this process stands still.
 */
final class Pulse {

  static final String ALIVE = "/api/alive";
  static final String DRAWN = "/api/drawn";

  /** A page that draws nothing by then gets a frame all the same. */
  private static final Duration DRAW_PATIENCE = Duration.ofSeconds(1);

  // the first callback comes before the frame of now is drawn, the second one after it
  private static final String TWO_FRAMES =
      "requestAnimationFrame(() => requestAnimationFrame(() => %s))";

  private final Consumer<String> script;
  private final ScheduledThreadPoolExecutor thread;

  /** {@code script} runs its text in the host page. */
  Pulse(Consumer<String> script) {
    this.script = script;
    this.thread = new ScheduledThreadPoolExecutor(1, Pulse::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "kpi-widget-pulse");
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    long beat = Entry.PAGE_BEAT.toMillis();
    var unused = thread.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
  }

  private void beat() {
    script.accept(post(ALIVE));
  }

  /** Calls {@code drawn} once the page is likely drawn as it is now, directly or by the site. */
  void draw(long ticket, LongConsumer drawn) {
    script.accept(TWO_FRAMES.formatted(post(DRAWN + "?" + ticket)));
    var unused =
        thread.schedule(
            () -> drawn.accept(ticket), DRAW_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop() {
    thread.shutdownNow();
  }

  private static String post(String call) {
    return "fetch('" + call + "', {method: 'POST'}).catch(() => {})";
  }
}
