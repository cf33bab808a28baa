package io.kpiwidget.host;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginManager;
import org.pf4j.PluginState;

/** What runs now, in the order of the starts, and what all of it is told. EDT only. */
final class RunningPlugins {

  private final AgentDesktop desktop;
  private final PluginManager manager;
  private final Notices notices;
  private final Providers providers;
  private final Watchdog watchdog;
  private final Map<String, PluginRun> running = new LinkedHashMap<>();
  private @Nullable AgentSession session;
  private boolean closed;

  RunningPlugins(
      AgentDesktop desktop, PluginManager manager, Notices notices, Providers providers) {
    this.desktop = desktop;
    this.manager = manager;
    this.notices = notices;
    this.providers = providers;
    watchdog = new Watchdog(notices);
  }

  /** What PF4J calls after a plugin changed its state, before it lets the class loader go. */
  @UIEffect
  boolean follow(String id, PluginState state) {
    if (state.isStarted()) {
      open(id);
    } else {
      shut(id);
    }
    return true;
  }

  @UIEffect
  void open(String id) {
    if (closed) {
      return;
    }
    shut(id);
    PluginRun run = new PluginRun();
    running.put(id, run);
    InPlugin plugin = new InPlugin(id, manager.getPluginClassLoader(id), notices, watchdog);
    for (PanelProvider provider : providers.of(id)) {
      run.start(provider, new PanelRun(run, plugin, desktop, session, Theme.current()));
    }
  }

  @UIEffect
  private void shut(String id) {
    PluginRun run = running.remove(id);
    if (run != null) {
      run.close();
    }
  }

  /** Stops everything, the last started first; nothing starts any more. */
  @UIEffect
  void close() {
    closed = true;
    List<String> ids = new ArrayList<>(running.keySet());
    Collections.reverse(ids);
    for (String id : ids) {
      shut(id);
    }
    watchdog.stop();
  }

  /** Whether the plugin has a panel. */
  boolean runs(String id) {
    PluginRun run = running.get(id);
    return run != null && !run.panels().isEmpty();
  }

  @UIEffect
  void session(@Nullable AgentSession next) {
    session = next;
    for (PanelRun panel : panels()) {
      panel.session(next);
    }
  }

  @UIEffect
  void conversationEnded() {
    for (PanelRun panel : panels()) {
      panel.conversationEnded();
    }
  }

  /** Tells the panels how the desktop looks now. */
  @UIEffect
  void retheme() {
    Theme theme = Theme.current();
    for (PanelRun panel : panels()) {
      panel.theme(theme);
    }
  }

  private List<PanelRun> panels() {
    List<PanelRun> all = new ArrayList<>();
    running.values().forEach(run -> all.addAll(run.panels()));
    return all;
  }
}
