package io.kpiwidget.panel.swing;

import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JPanel;

/** The figures' places before the first figures; still, since movement says nothing more. */
final class Skeleton extends JPanel {

  private static final int ARC = 8;

  private Palette palette = Palette.current();
  private String step = "";

  Skeleton() {
    setName("skeleton");
    setOpaque(false);
  }

  void show(String next) {
    step = next;
    getAccessibleContext().setAccessibleName(step);
    repaint();
  }

  void look(Palette next) {
    palette = next;
    repaint();
  }

  @Override
  protected void paintComponent(Graphics g) {
    var g2 = Strokes.smooth(g);
    g2.setFont(palette.font());
    int pad = palette.gap() * 2;
    int height = Math.round(palette.font().getSize2D() * 7.6f);
    int y = pad;
    for (int row = 0; row < 3; row++) {
      tile(g2, pad, y, (getWidth() - 3 * pad) / 2, height);
      tile(g2, pad * 2 + (getWidth() - 3 * pad) / 2, y, (getWidth() - 3 * pad) / 2, height);
      y += height + palette.gap() * 3 / 2;
    }
    block(g2, pad, y, getWidth() - 2 * pad, height * 2);
    words(g2);
    g2.dispose();
  }

  private void tile(Graphics2D g, int x, int y, int width, int height) {
    int unit = palette.gap();
    block(g, x, y, width, height);
    g.setColor(Contrast.mix(palette.card(), palette.text(), 0.09));
    g.fillRoundRect(x + 2 * unit, y + 2 * unit, width / 2, unit * 2, ARC, ARC);
    g.fillRoundRect(x + 2 * unit, y + 6 * unit, width / 3, unit * 5, ARC, ARC);
  }

  private void block(Graphics2D g, int x, int y, int width, int height) {
    g.setColor(palette.card());
    g.fillRoundRect(x, y, width - 1, height - 1, ARC, ARC);
    g.setColor(palette.line());
    g.drawRoundRect(x, y, width - 1, height - 1, ARC, ARC);
  }

  private void words(Graphics2D g) {
    var metrics = g.getFontMetrics();
    int width = metrics.stringWidth(step) + palette.gap() * 6;
    int height = metrics.getHeight() + palette.gap() * 3;
    int x = (getWidth() - width) / 2;
    int y = Math.round(palette.font().getSize2D() * 12) - height / 2;
    if (!step.isEmpty()) {
      block(g, x, y, width, height);
      g.setColor(palette.text());
      g.drawString(step, x + palette.gap() * 3, y + palette.gap() * 3 / 2 + metrics.getAscent());
    }
  }
}
