package io.kpiwidget.desktop.window;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import javax.swing.Icon;

/** Line drawings on a grid of 16: moves, lines, curves and circles in the letters of SVG paths. */
enum Glyph {
  PHONE(
      "M 4.2 1.8 L 6.3 2 L 7.2 5 L 5.6 6.4 C 6.5 8.2 7.8 9.5 9.6 10.4 L 11 8.8 L 14 9.7 L 14.2 11.8"
          + " C 14.2 13.1 13.2 14.2 11.9 14.1 C 6.5 13.7 2.3 9.5 1.9 4.1 C 1.8 2.8 2.9 1.8 4.2 1.8 Z"),
  HANG_UP(
      "M 4.2 1.8 L 6.3 2 L 7.2 5 L 5.6 6.4 C 6.5 8.2 7.8 9.5 9.6 10.4 L 11 8.8 L 14 9.7 L 14.2 11.8"
          + " C 14.2 13.1 13.2 14.2 11.9 14.1 C 6.5 13.7 2.3 9.5 1.9 4.1 C 1.8 2.8 2.9 1.8 4.2 1.8 Z") {
    @Override
    Path2D path() {
      Path2D path = super.path();
      path.transform(AffineTransform.getRotateInstance(Math.toRadians(135), 8, 8));
      path.transform(AffineTransform.getTranslateInstance(0, 3));
      return path;
    }
  },
  PAUSE("M 5.5 3 L 5.5 13 M 10.5 3 L 10.5 13"),
  PLAY("M 5 3 L 12.5 8 L 5 13 Z"),
  TRANSFER("M 2 5.5 L 13 5.5 M 10 2.5 L 13 5.5 L 10 8.5 M 14 11 L 3 11 M 6 8.5 L 3 11 L 6 13.5"),
  CHECK("M 3 8.5 L 6.5 12 L 13 4.5"),
  CHAT("M 2 3 L 14 3 L 14 11 L 8 11 L 5 14 L 5 11 L 2 11 Z"),
  MAIL("M 2 3.5 L 14 3.5 L 14 12.5 L 2 12.5 Z M 2 4 L 8 9 L 14 4"),
  SUN(
      "O 8 8 3 M 8 1.5 L 8 2.8 M 8 13.2 L 8 14.5 M 1.5 8 L 2.8 8 M 13.2 8 L 14.5 8 M 3.4 3.4 L 4.3"
          + " 4.3 M 11.7 11.7 L 12.6 12.6 M 3.4 12.6 L 4.3 11.7 M 11.7 4.3 L 12.6 3.4"),
  MOON(
      "M 13.5 9.5 C 11 11 6.5 9.5 6.5 5.5 C 6.5 4.2 6.9 3.2 7.5 2.2 C 4 2.5 2 5.2 2 8 C 2 11.5 4.8 14 8 14 C 10.6 14 12.8 12.3 13.5 9.5 Z"),
  BELL(
      "M 3.5 11.5 C 4.5 10.5 4.5 9 4.5 7 C 4.5 4.5 6 2.8 8 2.8 C 10 2.8 11.5 4.5 11.5 7 C 11.5 9 11.5 10.5 12.5 11.5 Z M 6.8 13.5 L 9.2 13.5"),
  FLOAT(
      "M 9 2.5 L 13.5 2.5 L 13.5 7 M 13.5 2.5 L 8 8 M 11.5 9.5 L 11.5 13.5 L 2.5 13.5 L 2.5 4.5 L 6.5 4.5"),
  DOCK("M 2.5 3 L 13.5 3 L 13.5 13 L 2.5 13 Z M 9.5 3 L 9.5 13"),
  HIDE("M 4 4 L 12 12 M 12 4 L 4 12"),
  PERSON("O 8 5.2 2.7 M 2.8 13.8 C 3.2 10.8 5.2 9.6 8 9.6 C 10.8 9.6 12.8 10.8 13.2 13.8"),
  BOOK(
      "M 3 2.5 L 12.5 2.5 L 12.5 13.5 L 4.5 13.5 C 3.6 13.5 3 12.9 3 12 Z M 3 12 C 3 11.2 3.6 10.6 4.5 10.6 L 12.5 10.6"),
  CLOCK("O 8 8 6 M 8 4.5 L 8 8 L 10.5 9.5"),
  HOME("M 2.5 7.5 L 8 2.5 L 13.5 7.5 M 4 6.5 L 4 13.5 L 12 13.5 L 12 6.5"),
  BOX("M 2.5 5 L 8 2 L 13.5 5 L 13.5 11 L 8 14 L 2.5 11 Z M 2.5 5 L 8 8 L 13.5 5 M 8 8 L 8 14"),
  PEN("M 3 13 L 3.5 10.5 L 11 3 L 13 5 L 5.5 12.5 Z"),
  PANEL("M 2.5 13.5 L 13.5 13.5 M 4.5 11 L 4.5 7.5 M 8 11 L 8 3 M 11.5 11 L 11.5 5.5"),
  WARNING("M 8 2 L 14.5 13.5 L 1.5 13.5 Z M 8 6.5 L 8 9.8 M 8 11.6 L 8 11.8");

  private final String data;

  Glyph(String data) {
    this.data = data;
  }

  /** The drawing in the colour of its component. */
  Icon icon() {
    return new GlyphIcon(this, "");
  }

  /** The drawing in one of the desktop's named colours. */
  Icon icon(String color) {
    return new GlyphIcon(this, color);
  }

  Path2D path() {
    Path2D path = new Path2D.Double();
    String[] words = data.split(" ");
    int at = 0;
    while (at < words.length) {
      at = segment(path, words, at);
    }
    return path;
  }

  private static int segment(Path2D path, String[] w, int at) {
    switch (w[at]) {
      case "M" -> path.moveTo(n(w, at + 1), n(w, at + 2));
      case "L" -> path.lineTo(n(w, at + 1), n(w, at + 2));
      case "C" ->
          path.curveTo(
              n(w, at + 1), n(w, at + 2), n(w, at + 3), n(w, at + 4), n(w, at + 5), n(w, at + 6));
      case "O" -> circle(path, n(w, at + 1), n(w, at + 2), n(w, at + 3));
      case "Z" -> path.closePath();
      default -> throw new IllegalArgumentException("unknown letter in a drawing: " + w[at]);
    }
    return at + 1 + numbers(w[at]);
  }

  private static void circle(Path2D path, double x, double y, double r) {
    path.append(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), false);
  }

  private static int numbers(String letter) {
    return switch (letter) {
      case "M", "L" -> 2;
      case "C" -> 6;
      case "O" -> 3;
      default -> 0;
    };
  }

  private static double n(String[] words, int at) {
    return Double.parseDouble(words[at]);
  }
}
