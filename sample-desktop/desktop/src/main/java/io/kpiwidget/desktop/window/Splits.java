package io.kpiwidget.desktop.window;

import java.awt.Component;
import javax.swing.JComponent;
import javax.swing.JSplitPane;
import javax.swing.KeyStroke;

/** Split panes without border that leave F6 to the desktop. */
final class Splits {

  private Splits() {}

  static JSplitPane of(int orientation, Component first, Component second) {
    JSplitPane split = new JSplitPane(orientation, true, first, second);
    split.setBorder(null);
    split.setContinuousLayout(true);
    for (String key : new String[] {"F6", "F8"}) {
      split
          .getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
          .put(KeyStroke.getKeyStroke(key), "none");
    }
    return split;
  }
}
