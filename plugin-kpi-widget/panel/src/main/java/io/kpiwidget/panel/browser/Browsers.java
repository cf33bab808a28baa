package io.kpiwidget.panel.browser;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.checkerframework.checker.guieffect.qual.UIEffect;

/**
 * The browser processes of a plugin: one for all views that agree how it is started, which in a
 * desktop is one. It comes with the first view and goes with the last.
 */
public final class Browsers {

  private final Map<LaunchPlan, Supervisor> running = new HashMap<>();
  private final Optional<String> classPath;

  public Browsers() {
    this(Optional.empty());
  }

  /** With a class path instead of one jar, as it is before there is a jar. */
  Browsers(Optional<String> classPath) {
    this.classPath = classPath;
  }

  /** A page for {@code listener}, in the process that is there or in a new one. Returns at once. */
  @UIEffect
  public synchronized BrowserView open(
      BrowserView.Settings settings, BrowserView.Listener listener) {
    LaunchPlan plan = LaunchPlan.of(settings, classPath.orElse(settings.jar().toString()));
    Supervisor supervisor = running.computeIfAbsent(plan, Supervisor::new);
    BrowserView view = new BrowserView(this, supervisor, settings, listener);
    supervisor.open(view.page());
    return view;
  }

  synchronized void close(BrowserView view) {
    if (view.supervisor().leave(view.page())) {
      running.values().remove(view.supervisor());
    }
  }
}
