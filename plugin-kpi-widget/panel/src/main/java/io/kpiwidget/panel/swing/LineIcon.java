package io.kpiwidget.panel.swing;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import javax.swing.Icon;

/** The header's icons, drawn in the component's foreground on a grid of 16 units. */
enum LineIcon implements Icon {
  REFRESH {
    @Override
    void draw(Graphics2D g) {
      g.draw(new Arc2D.Double(3, 3, 10, 10, 60, 290, Arc2D.OPEN));
      var head = new Path2D.Double();
      head.moveTo(7.6, 0.8);
      head.lineTo(11.6, 3.4);
      head.lineTo(7.8, 6.2);
      g.draw(head);
    }
  },
  MORE {
    @Override
    void draw(Graphics2D g) {
      for (double y : new double[] {3, 8, 13}) {
        g.fill(new Ellipse2D.Double(6.7, y - 1.3, 2.6, 2.6));
      }
    }
  },
  CLOSE {
    @Override
    void draw(Graphics2D g) {
      g.drawLine(4, 4, 12, 12);
      g.drawLine(12, 4, 4, 12);
    }
  };

  private static final int SIZE = 16;

  abstract void draw(Graphics2D g);

  @Override
  public void paintIcon(Component c, Graphics g, int x, int y) {
    var g2 = Strokes.smooth(g);
    g2.translate(x, y);
    g2.setColor(c.getForeground());
    g2.setStroke(Strokes.solid(1.5f));
    draw(g2);
    g2.dispose();
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
