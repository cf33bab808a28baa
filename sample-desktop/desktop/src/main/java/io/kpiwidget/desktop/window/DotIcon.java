package io.kpiwidget.desktop.window;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Icon;

/** A filled dot in one of the desktop's named colours; beside words, never instead of them. */
final class DotIcon implements Icon {

  private static final int SIZE = 10;

  private final String color;

  DotIcon(String color) {
    this.color = color;
  }

  @Override
  public void paintIcon(Component c, Graphics g, int x, int y) {
    Graphics2D pen = (Graphics2D) g.create();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Look.color(color));
    pen.fillOval(x + 1, y + 1, SIZE - 2, SIZE - 2);
    pen.dispose();
  }

  @Override
  public int getIconWidth() {
    return SIZE;
  }

  @Override
  public int getIconHeight() {
    return SIZE;
  }
}
