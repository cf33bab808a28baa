package io.kpiwidget.desktop.window;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;

/** The parts of the desktop that F6 and Shift+F6 walk through. */
final class Regions {

  private record Region(JComponent area, JComponent target) {}

  private final List<Region> regions = new ArrayList<>();

  Regions(JRootPane root) {
    bind(root, "F6", 1);
    bind(root, "shift F6", -1);
  }

  private void bind(JRootPane root, String key, int step) {
    root.registerKeyboardAction(
        e -> go(step), KeyStroke.getKeyStroke(key), JComponent.WHEN_IN_FOCUSED_WINDOW);
  }

  /** Adds a region: everything in {@code area} belongs to it, {@code target} takes the focus. */
  Regions add(JComponent area, JComponent target) {
    regions.add(new Region(area, target));
    return this;
  }

  private void go(int step) {
    int start = present();
    for (int i = 1; i <= regions.size(); i++) {
      Region next = regions.get(Math.floorMod(start + i * step, regions.size()));
      if (next.area().isShowing() && next.target().isEnabled()) {
        next.target().requestFocusInWindow();
        return;
      }
    }
  }

  private int present() {
    Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    for (int i = 0; i < regions.size(); i++) {
      if (owner != null && SwingUtilities.isDescendingFrom(owner, regions.get(i).area())) {
        return i;
      }
    }
    return -1;
  }
}
