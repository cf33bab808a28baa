package io.kpiwidget.desktop.window;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.JComponent;

/** A person's initials in a circle whose colour belongs to the name. */
final class Portrait extends JComponent {

  private static final float SATURATION = 0.45f;
  private static final float BRIGHTNESS = 0.62f;

  private String initials = "";
  private Color color = Color.GRAY;

  Portrait(int size) {
    setPreferredSize(new Dimension(size, size));
    setMinimumSize(getPreferredSize());
  }

  void person(String initials, String name) {
    this.initials = initials;
    float hue = Math.floorMod(name.hashCode(), 360) / 360f;
    this.color = Color.getHSBColor(hue, SATURATION, BRIGHTNESS);
    repaint();
  }

  void nobody() {
    initials = "";
    color = Color.GRAY;
    repaint();
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D pen = (Graphics2D) g.create();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    int size = Math.min(getWidth(), getHeight()) - 1;
    pen.setColor(color);
    pen.fillOval((getWidth() - size) / 2, (getHeight() - size) / 2, size, size);
    pen.setColor(Color.WHITE);
    pen.setFont(getFont() == null ? pen.getFont() : getFont().deriveFont(size * 0.36f));
    FontMetrics m = pen.getFontMetrics();
    pen.drawString(
        initials,
        (getWidth() - m.stringWidth(initials)) / 2,
        (getHeight() - m.getHeight()) / 2 + m.getAscent());
    pen.dispose();
  }
}
