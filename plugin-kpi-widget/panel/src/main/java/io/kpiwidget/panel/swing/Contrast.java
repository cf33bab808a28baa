package io.kpiwidget.panel.swing;

import java.awt.Color;
import org.checkerframework.checker.guieffect.qual.SafeType;

/** Contrast as WCAG 2.2 measures it, and colours mended until they have enough of it. */
@SafeType
final class Contrast {

  /** What WCAG 2.2 §1.4.3 asks of text below 18 pt. */
  static final double TEXT = 4.5;

  /** What WCAG 2.2 §1.4.11 asks of graphics. */
  static final double GRAPHICS = 3;

  private static final int STEPS = 50;

  private Contrast() {}

  /** From 1 (the same) to 21 (black on white). */
  static double ratio(Color a, Color b) {
    var one = luminance(a);
    var other = luminance(b);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  /** {@code color}, moved to black or white only as far as text on {@code background} needs. */
  static Color readable(Color color, Color background) {
    return apart(color, background, TEXT);
  }

  /** The same for a line or shape. */
  static Color visible(Color color, Color background) {
    return apart(color, background, GRAPHICS);
  }

  private static Color apart(Color color, Color background, double enough) {
    var pole = luminance(background) > 0.18 ? Color.BLACK : Color.WHITE;
    var best = color;
    for (int step = 1; ratio(best, background) < enough && step <= STEPS; step++) {
      best = mix(color, pole, (double) step / STEPS);
    }
    return best;
  }

  /** {@code a} with {@code share} of {@code b} in it. */
  static Color mix(Color a, Color b, double share) {
    return new Color(
        channel(a.getRed(), b.getRed(), share),
        channel(a.getGreen(), b.getGreen(), share),
        channel(a.getBlue(), b.getBlue(), share));
  }

  private static int channel(int a, int b, double share) {
    return (int) Math.round(a + (b - a) * share);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(int channel) {
    var c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
