package io.kpiwidget.panel.swing;

import java.awt.Color;
import java.util.stream.Stream;
import org.checkerframework.checker.guieffect.qual.SafeType;

/** Contrast as WCAG 2.2 measures it, and colours mended until they have enough of it. */
@SafeType
public final class Contrast {

  /** What WCAG 2.2 §1.4.3 asks of text below 18 pt. */
  static final double TEXT = 4.5;

  /** What WCAG 2.2 §1.4.11 asks of graphics. */
  static final double GRAPHICS = 3;

  private static final int STEPS = 50;

  private Contrast() {}

  /** From 1 (the same) to 21 (black on white). */
  public static double ratio(Color a, Color b) {
    var one = luminance(a);
    var other = luminance(b);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  /**
   * {@code color}, moved to black or white only as far as text on each of {@code backgrounds}
   * needs. The first one decides which way.
   */
  public static Color readable(Color color, Color... backgrounds) {
    return apart(color, backgrounds, TEXT);
  }

  /** The same for a line or shape. */
  public static Color visible(Color color, Color... backgrounds) {
    return apart(color, backgrounds, GRAPHICS);
  }

  private static Color apart(Color color, Color[] backgrounds, double enough) {
    var pole = luminance(backgrounds[0]) > 0.18 ? Color.BLACK : Color.WHITE;
    var best = color;
    for (int step = 1; least(best, backgrounds) < enough && step <= STEPS; step++) {
      best = mix(color, pole, (double) step / STEPS);
    }
    return best;
  }

  private static double least(Color color, Color[] backgrounds) {
    return Stream.of(backgrounds).mapToDouble(ground -> ratio(color, ground)).min().orElseThrow();
  }

  /** {@code a} with {@code share} of {@code b} in it. */
  public static Color mix(Color a, Color b, double share) {
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
