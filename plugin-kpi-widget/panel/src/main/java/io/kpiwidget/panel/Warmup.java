package io.kpiwidget.panel;

import io.kpiwidget.engine.widget.KpiUnit;
import io.kpiwidget.engine.widget.KpiValue;
import io.kpiwidget.panel.state.KpiText;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Does once, into the void, what the first paint of figures would do on the EDT for the first time:
 * Java2D's antialiasing renderer, large glyphs, number and time formats load hundreds of classes,
 * and so does the JVM's bean, which is asked for its start when they are painted.
 */
// a picture's Graphics2D belongs to whoever made it: no component, no peer
@SuppressWarnings("guieffect:call.ui")
final class Warmup {

  /** In milliseconds of the epoch. */
  static final LongSupplier JVM_START = () -> ManagementFactory.getRuntimeMXBean().getStartTime();

  private static final int SIZE = 64;

  private Warmup() {}

  /** Blocks for some 100 ms. Not for the EDT. */
  static void run(Locale locale, Font font) {
    var g = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      draw(g);
      write(g, font, new KpiText(locale, ZoneOffset.UTC));
      var unused = JVM_START.getAsLong();
    } finally {
      g.dispose();
    }
  }

  private static void draw(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    var line = new Path2D.Double();
    line.moveTo(1, 1);
    line.lineTo(SIZE / 2.0, SIZE - 1.0);
    line.lineTo(SIZE - 1.0, 1);
    g.draw(line);
    g.fill(new Ellipse2D.Double(2, 2, 5, 5));
    g.fill(new RoundRectangle2D.Double(0, 0, SIZE, SIZE, 8, 8));
  }

  private static void write(Graphics2D g, Font font, KpiText text) {
    var now = Instant.EPOCH;
    for (var unit : KpiUnit.values()) {
      g.setFont(font.deriveFont(Font.BOLD, font.getSize2D() * 1.8f));
      g.drawString(text.number(0.5, unit), 0, SIZE);
      g.setFont(font);
      g.drawString(text.spoken(new KpiValue.Number(61), unit), 0, SIZE);
    }
    g.drawString(text.time(now, now) + text.time(now, now.plusSeconds(172_800)), 0, SIZE);
  }
}
