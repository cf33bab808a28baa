package io.kpiwidget.panel;

import java.awt.Color;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Sees what is on the screen, whoever has drawn it. */
final class Eye {

  /** A line at a tile's edge has more. */
  private static final int ENOUGH = 30;

  private final Robot robot;

  Eye(Robot robot) {
    this.robot = robot;
  }

  /** Waits until {@code color} is to be seen somewhere in {@code component}. */
  void await(Component component, Color color) throws TimeoutException {
    var place = new Rectangle(component.getLocationOnScreen(), component.getSize());
    Waiting.until(() -> count(place, color.getRGB()) >= ENOUGH, "figures on the screen");
  }

  private long count(Rectangle place, int rgb) {
    var picture = robot.createScreenCapture(place);
    int width = picture.getWidth();
    int height = picture.getHeight();
    return IntStream.of(picture.getRGB(0, 0, width, height, null, 0, width))
        .filter(pixel -> pixel == rgb)
        .count();
  }

  /** Waits until the point has {@code color}. */
  void await(Point point, Color color) throws TimeoutException {
    Waiting.until(() -> robot.getPixelColor(point.x, point.y).equals(color), "another colour");
  }
}
