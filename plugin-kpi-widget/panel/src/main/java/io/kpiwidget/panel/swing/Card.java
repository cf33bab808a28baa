package io.kpiwidget.panel.swing;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.LayoutManager;
import javax.swing.JPanel;
import org.jspecify.annotations.Nullable;

/**
 * A surface with a thin border, on which figures stand; with a bar at its start when it matters.
 */
class Card extends JPanel {

  private static final int ARC = 8;
  private static final int BAR = 4;

  private Color fill = Color.WHITE;
  private Color line = Color.GRAY;
  private @Nullable Color bar;

  Card(@Nullable LayoutManager layout) {
    super(layout);
    setOpaque(false);
  }

  final void surface(Palette palette) {
    fill = palette.card();
    line = palette.line();
    repaint();
  }

  /** The bar at the card's start; null for none. */
  final void bar(@Nullable Color color) {
    if (color == null ? bar != null : !color.equals(bar)) {
      bar = color;
      repaint();
    }
  }

  @Override
  protected void paintComponent(Graphics g) {
    var g2 = Strokes.smooth(g);
    g2.setColor(fill);
    g2.fillRoundRect(0, 0, getWidth() - 1, getHeight() - 1, ARC, ARC);
    if (bar != null) {
      paintBar(g2, bar);
    }
    g2.setColor(line);
    g2.drawRoundRect(0, 0, getWidth() - 1, getHeight() - 1, ARC, ARC);
    g2.dispose();
  }

  private void paintBar(Graphics g, Color color) {
    var clipped = g.create();
    int x = getComponentOrientation().isLeftToRight() ? 0 : getWidth() - BAR;
    clipped.clipRect(x, 0, BAR, getHeight());
    clipped.setColor(color);
    clipped.fillRoundRect(0, 0, getWidth() - 1, getHeight() - 1, ARC, ARC);
    clipped.dispose();
  }
}
