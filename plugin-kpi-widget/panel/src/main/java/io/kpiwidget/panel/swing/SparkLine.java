package io.kpiwidget.panel.swing;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import javax.swing.JComponent;

/**
 * A KPI's last values as a line without axes; a gap where there was no value. Not for screen
 * readers: the tile says the same in words.
 */
final class SparkLine extends JComponent {

  private static final int DOT = 4;

  /** Fewer are no course of things. */
  private static final int LEAST = 5;

  private List<Double> values = List.of();

  SparkLine() {
    setForeground(Color.GRAY);
  }

  void show(List<Double> history) {
    if (!history.equals(values)) {
      values = history;
      repaint();
    }
  }

  /** Whether there is enough to draw. */
  boolean hasLine() {
    return values.stream().filter(Double::isFinite).count() >= LEAST;
  }

  @Override
  protected void paintComponent(Graphics g) {
    if (!hasLine()) {
      return;
    }
    var range = Range.of(values);
    var g2 = Strokes.smooth(g);
    g2.setColor(getForeground());
    g2.setStroke(Strokes.solid(1.3f));
    g2.draw(path(range));
    dot(g2, range);
    g2.dispose();
  }

  private Path2D path(Range range) {
    var path = new Path2D.Double();
    boolean pen = false;
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i);
      boolean there = Double.isFinite(value);
      if (there && pen) {
        path.lineTo(x(i), y(value, range));
      } else if (there) {
        path.moveTo(x(i), y(value, range));
      }
      pen = there;
    }
    return path;
  }

  /** Marks where the line ends: now. */
  private void dot(Graphics2D g, Range range) {
    int last = values.size() - 1;
    if (Double.isFinite(values.get(last))) {
      g.fill(
          new Ellipse2D.Double(
              x(last) - DOT / 2.0, y(values.get(last), range) - DOT / 2.0, DOT, DOT));
    }
  }

  private double x(int i) {
    double width = getWidth() - DOT - 1.0;
    double x = DOT / 2.0 + width * i / (values.size() - 1);
    return getComponentOrientation().isLeftToRight() ? x : getWidth() - 1 - x;
  }

  private double y(double value, Range range) {
    return DOT / 2.0 + (getHeight() - DOT - 1.0) * (1 - range.share(value));
  }
}
