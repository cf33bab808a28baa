package io.kpiwidget.panel.swing;

import java.awt.event.ActionEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** The panel's own keys. They work while the focus is in it; elsewhere they are the desktop's. */
final class Keys {

  /** As in every browser. */
  private static final List<String> REFRESH = List.of("F5", "ctrl R", "meta R");

  private Keys() {}

  static void refresh(JComponent panel, Runnable refresh) {
    var keys = panel.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
    for (var key : REFRESH) {
      keys.put(KeyStroke.getKeyStroke(key), "kpi-widget.refresh");
    }
    panel
        .getActionMap()
        .put(
            "kpi-widget.refresh",
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent e) {
                refresh.run();
              }
            });
  }
}
