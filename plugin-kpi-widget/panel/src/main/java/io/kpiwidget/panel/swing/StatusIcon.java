package io.kpiwidget.panel.swing;

import io.kpiwidget.engine.widget.KpiStatus;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Polygon;
import javax.swing.Icon;

/**
 * A shape for each status, so that colour is not the only sign. Painted, since not every font has
 * these shapes.
 */
record StatusIcon(KpiStatus status, Color color, int size) implements Icon {

  @Override
  public void paintIcon(Component c, Graphics g, int x, int y) {
    Graphics2D g2 = Strokes.smooth(g);
    g2.setColor(color);
    switch (status) {
      case NEUTRAL -> {}
      case ON_TARGET -> g2.fillOval(x, y, size, size);
      case NEAR_LIMIT -> g2.fill(triangle(x, y));
      case BREACHED -> g2.fillRect(x, y, size, size);
    }
    g2.dispose();
  }

  private Polygon triangle(int x, int y) {
    return new Polygon(new int[] {x, x + size, x + size / 2}, new int[] {y + size, y + size, y}, 3);
  }

  @Override
  public int getIconWidth() {
    return status == KpiStatus.NEUTRAL ? 0 : size;
  }

  @Override
  public int getIconHeight() {
    return size;
  }
}
