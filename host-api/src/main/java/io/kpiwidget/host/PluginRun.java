package io.kpiwidget.host;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.checkerframework.checker.guieffect.qual.UIEffect;

/** The panels of one plugin, from its start to its stop. EDT only. */
final class PluginRun {

  private final List<PanelRun> panels = new ArrayList<>();
  private boolean closed;

  /** Starts one more panel; not when an earlier one set off what stopped the plugin. */
  @UIEffect
  void start(PanelProvider provider, PanelRun panel) {
    if (closed) {
      return;
    }
    panels.add(panel); // before its start: with a dialog in create(), events go on
    if (!panel.start(provider)) {
      panels.remove(panel);
    }
  }

  /** Takes one panel away; idempotent. */
  @UIEffect
  void stop(PanelRun panel) {
    if (panels.remove(panel)) {
      panel.close();
    }
  }

  @UIEffect
  void close() {
    closed = true;
    List<PanelRun> all = panels();
    Collections.reverse(all);
    for (PanelRun panel : all) {
      panel.close();
    }
  }

  /** A copy: a listener may change what runs. */
  List<PanelRun> panels() {
    return new ArrayList<>(panels);
  }
}
