package io.kpiwidget.panel.browser;

import io.kpiwidget.chromium.link.ToBrowser;
import io.kpiwidget.chromium.link.ToDesktop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One view's page: what it was told, and how it is in the process that has it, if any does. On the
 * supervision's thread, if not said otherwise.
 */
final class Page {

  final Known known = new Known();
  final RestartBudget budget = new RestartBudget();

  private final BrowserView.Settings settings;
  private final BrowserView.Listener listener;
  private final Picture picture;

  /** Read by any thread, to send input. */
  private volatile @Nullable PageLine line;

  private Heartbeat heart = new Heartbeat();
  private Optional<Future<?>> watchdog = Optional.empty();
  private String version = "";
  private boolean spoke;
  private boolean painted;

  Page(BrowserView.Settings settings, BrowserView.Listener listener, Picture picture) {
    this.settings = settings;
    this.listener = listener;
    this.picture = picture;
  }

  void open(BrowserChild child, int number, Path scratch) {
    PageLine opened = new PageLine(child, number, picture);
    spoke = false;
    painted = false;
    heart = new Heartbeat();
    line = opened;
    known.greeting(settings, scratch).forEach(opened::send);
  }

  /** The process's page of it, while there is one. Any thread. */
  Optional<PageLine> line() {
    return Optional.ofNullable(line);
  }

  /** Any thread, returns at once. */
  void send(ToBrowser message) {
    line().ifPresent(open -> open.send(message));
  }

  /** The process has it no more. */
  void left() {
    expectNothing();
    line = null;
    picture.ended();
  }

  void expect(Future<?> check) {
    expectNothing();
    watchdog = Optional.of(check);
  }

  void expectNothing() {
    watchdog.ifPresent(check -> check.cancel(false));
  }

  /** Another interval is over. True when the page spoke once, and is silent now. */
  boolean silent() {
    return speaks() && heart.silent();
  }

  boolean speaks() {
    return line != null && spoke;
  }

  void started(String chromium) {
    version = chromium;
  }

  void alive() {
    heart.beat();
  }

  void posted(ToDesktop.Posted posted) {
    heart.beat();
    if (!spoke) {
      expectNothing();
      spoke = true;
      runningWhenReady();
    }
    listener.message(posted.json());
  }

  void painted() {
    if (!painted) {
      painted = true;
      runningWhenReady();
    }
  }

  private void runningWhenReady() {
    if (spoke && painted) {
      line().ifPresent(open -> tell(new BrowserState.Running(open.pid(), version)));
    }
  }

  void refused(String kind) {
    listener.refused(kind);
  }

  void tell(BrowserState state) {
    listener.state(state);
  }

  /** The pause before it is opened again; empty when it should not be. */
  Optional<Duration> pause(Trouble reason) {
    return reason.lasting() ? Optional.empty() : budget.next(System.nanoTime());
  }
}
