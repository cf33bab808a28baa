package io.kpiwidget.desktop.window;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** The program's picture in a task bar. */
final class AppIcon {

  private AppIcon() {}

  static List<Image> images() {
    List<Image> images = new ArrayList<>();
    for (int size : new int[] {16, 32, 48, 64}) {
      images.add(image(size));
    }
    return images;
  }

  private static Image image(int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(new Color(0x1f6feb));
    pen.fillRoundRect(0, 0, size, size, size / 3, size / 3);
    pen.scale(size / 24.0, size / 24.0);
    pen.translate(4, 4);
    pen.setColor(Color.WHITE);
    pen.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.draw(Glyph.PHONE.path());
    pen.dispose();
    return image;
  }
}
