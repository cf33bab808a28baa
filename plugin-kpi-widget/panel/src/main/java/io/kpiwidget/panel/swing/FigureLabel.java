package io.kpiwidget.panel.swing;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JLabel;

/**
 * A label whose digits all have one width, so that a figure does not tremble when it changes. Java
 * cannot switch a font's "tnum" feature on; where the font's digits differ they are set one by one.
 */
final class FigureLabel extends JLabel {

  FigureLabel() {
    super("");
  }

  @Override
  public Dimension getPreferredSize() {
    var size = super.getPreferredSize();
    var metrics = getFontMetrics(getFont());
    return uniform(metrics) ? size : new Dimension(width(metrics), size.height);
  }

  @Override
  protected void paintComponent(Graphics g) {
    var metrics = getFontMetrics(getFont());
    if (uniform(metrics)) {
      super.paintComponent(g);
    } else {
      paintCells((Graphics2D) g, metrics);
    }
  }

  private void paintCells(Graphics2D g, FontMetrics metrics) {
    Strokes.smoothText(g);
    g.setColor(getForeground());
    g.setFont(getFont());
    int x = getHorizontalAlignment() == TRAILING ? getWidth() - width(metrics) : 0;
    int y = (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
    for (char c : getText().toCharArray()) {
      int cell = cell(c, metrics);
      g.drawString(String.valueOf(c), x + (cell - metrics.charWidth(c)) / 2f, y);
      x += cell;
    }
  }

  private int width(FontMetrics metrics) {
    int width = 0;
    for (char c : getText().toCharArray()) {
      width += cell(c, metrics);
    }
    return width;
  }

  private static int cell(char c, FontMetrics metrics) {
    return metrics.charWidth(Character.isDigit(c) ? '0' : c);
  }

  private static boolean uniform(FontMetrics metrics) {
    for (char digit = '1'; digit <= '9'; digit++) {
      if (metrics.charWidth(digit) != metrics.charWidth('0')) {
        return false;
      }
    }
    return true;
  }
}
