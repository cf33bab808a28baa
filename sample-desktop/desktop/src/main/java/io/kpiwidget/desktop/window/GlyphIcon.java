package io.kpiwidget.desktop.window;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Icon;
import javax.swing.UIManager;

/** A {@link Glyph} at 16 pixels; it asks for its colour when it paints, so it follows the look. */
final class GlyphIcon implements Icon {

  private static final int SIZE = 16;

  private final Glyph glyph;
  private final String color;

  GlyphIcon(Glyph glyph, String color) {
    this.glyph = glyph;
    this.color = color;
  }

  @Override
  public void paintIcon(Component c, Graphics g, int x, int y) {
    Graphics2D pen = (Graphics2D) g.create();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.setColor(color(c));
    pen.translate(x, y);
    pen.draw(glyph.path());
    pen.dispose();
  }

  private Color color(Component c) {
    if (!c.isEnabled()) {
      return UIManager.getColor("Label.disabledForeground");
    }
    return color.isEmpty() ? c.getForeground() : Look.color(color);
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
