package io.kpiwidget.panel.swing;

import java.awt.Dimension;
import javax.swing.JPanel;

/**
 * Components on top of each other, the first in front, all as large as the pile. Hidden ones have
 * their size too: what is behind is ready to be seen.
 */
final class Pile extends JPanel {

  Pile() {
    super(null);
    setOpaque(false);
  }

  @Override
  public boolean isOptimizedDrawingEnabled() {
    return false;
  }

  @Override
  public void doLayout() {
    for (var part : getComponents()) {
      part.setBounds(0, 0, getWidth(), getHeight());
    }
  }

  @Override
  public Dimension getPreferredSize() {
    return getComponent(0).getPreferredSize();
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(0, 0);
  }
}
