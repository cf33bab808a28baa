package io.kpiwidget.panel.swing;

import io.kpiwidget.engine.feed.KpiSnapshot.Trend;
import io.kpiwidget.engine.widget.KpiUnit;
import io.kpiwidget.panel.state.KpiText;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Stroke;
import java.awt.event.MouseEvent;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The agent's own values over the day against the queue's and the target. */
final class TrendChart extends Card {

  private static final Trend NONE =
      new Trend("", "", KpiUnit.COUNT, List.of(), Map.of(), OptionalDouble.empty());

  private Trend trend = NONE;
  private Axis axis = new Axis(0, 1, 1);
  private Palette palette = Palette.current();
  private KpiText text = new KpiText(Locale.ROOT, ZoneOffset.UTC);
  private boolean expired;

  TrendChart(String id) {
    super(null);
    setName("trend." + id);
    surface(palette);
    // a text makes Swing ask for one at the mouse's place
    setToolTipText("");
  }

  void show(Trend next, KpiText words, boolean tooOld) {
    boolean same = next.equals(trend) && words == text && tooOld == expired;
    trend = next;
    text = words;
    expired = tooOld;
    if (!same) {
      axis = Axis.of(range(), trend.unit());
      getAccessibleContext().setAccessibleName(trend.title());
      getAccessibleContext().setAccessibleDescription(latest());
      repaint();
    }
  }

  void look(Palette next) {
    palette = next;
    surface(palette);
    revalidate();
  }

  private Range range() {
    var all = new ArrayList<Double>();
    trend.series().values().forEach(all::addAll);
    if (Range.of(all).isEmpty()) {
      return Range.of(all);
    }
    trend.target().ifPresent(all::add);
    return Range.of(all);
  }

  /** Each series in a clause: "You, latest 4:12". */
  private String latest() {
    var parts = new ArrayList<String>();
    for (var name : names()) {
      double last = last(series(name));
      if (Double.isFinite(last)) {
        parts.add(text.texts().of("trend.latest", label(name), text.number(last, trend.unit())));
      }
    }
    return parts.isEmpty() ? text.texts().of("trend.none") : String.join("; ", parts);
  }

  private static double last(List<Double> values) {
    return values.stream().filter(Double::isFinite).reduce((a, b) -> b).orElse(Double.NaN);
  }

  private List<String> names() {
    return trend.series().keySet().stream().sorted().toList();
  }

  private List<Double> series(String name) {
    return trend.series().getOrDefault(name, List.of());
  }

  private String label(String name) {
    return text.texts().orElse("trend." + name, name);
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(200, Math.round(palette.font().getSize2D() * 13.5f));
  }

  @Override
  protected void paintComponent(Graphics g) {
    super.paintComponent(g);
    var g2 = Strokes.smooth(g);
    Strokes.smoothText(g2);
    int pad = palette.gap() * 2;
    g2.setFont(palette.bold());
    g2.setColor(palette.text());
    int top = pad / 2 + g2.getFontMetrics().getAscent() + 1;
    drawAt(g2, trend.title(), pad, top);
    g2.setFont(palette.small());
    paintLegend(g2, getHeight() - pad);
    paintPlot(g2, plot(g2, top + pad));
    g2.dispose();
  }

  /** Writes from {@code start} pixels after the card's start, whichever side that is. */
  private void drawAt(Graphics2D g, String words, int start, int y) {
    boolean forward = getComponentOrientation().isLeftToRight();
    int x = forward ? start : getWidth() - start - g.getFontMetrics().stringWidth(words);
    g.drawString(words, x, y);
  }

  private Rectangle plot(Graphics2D g, int top) {
    int pad = palette.gap() * 2;
    int line = g.getFontMetrics().getHeight();
    int left = pad + widestTick(g) + palette.gap();
    int bottom = getHeight() - pad - 2 * line - palette.gap();
    return new Rectangle(left, top, getWidth() - left - pad, Math.max(10, bottom - top));
  }

  private int widestTick(Graphics2D g) {
    int widest = 0;
    for (int i = 0; i <= axis.lines(); i++) {
      var tick = text.number(axis.line(i), trend.unit());
      widest = Math.max(widest, g.getFontMetrics().stringWidth(tick));
    }
    return widest;
  }

  private void paintPlot(Graphics2D g, Rectangle plot) {
    if (trend.times().isEmpty() || range().isEmpty()) {
      g.setColor(palette.faint());
      drawAt(g, text.texts().of("trend.none"), palette.gap() * 2, plot.y + plot.height / 2);
      return;
    }
    paintGrid(g, plot);
    paintTimes(g, plot);
    paintTarget(g, plot, trend.target().orElse(Double.NaN));
    for (var name : names()) {
      g.setColor(colour(name));
      g.setStroke(stroke(name));
      g.draw(path(series(name), plot));
    }
  }

  private void paintGrid(Graphics2D g, Rectangle plot) {
    g.setStroke(Strokes.solid(1));
    for (int i = 0; i <= axis.lines(); i++) {
      var tick = text.number(axis.line(i), trend.unit());
      double y = y(axis.line(i), plot);
      g.setColor(palette.line());
      g.draw(new Line2D.Double(plot.x, y, plot.x + plot.width, y));
      g.setColor(palette.faint());
      int x = plot.x - palette.gap() - g.getFontMetrics().stringWidth(tick);
      g.drawString(tick, x, (float) y + g.getFontMetrics().getAscent() * 0.38f);
    }
  }

  private void paintTimes(Graphics2D g, Rectangle plot) {
    int last = trend.times().size() - 1;
    int y = plot.y + plot.height + g.getFontMetrics().getHeight();
    g.setColor(palette.faint());
    for (int i : last < 2 ? new int[] {0} : new int[] {0, last / 2, last}) {
      var time = clock(trend.times().get(i));
      int width = g.getFontMetrics().stringWidth(time);
      int x = (int) x(i, plot) - width / 2;
      g.drawString(time, Math.max(plot.x, Math.min(x, plot.x + plot.width - width)), y);
    }
  }

  private String clock(Instant at) {
    return text.time(at, at);
  }

  private void paintTarget(Graphics2D g, Rectangle plot, double target) {
    if (Double.isNaN(target)) {
      return;
    }
    g.setColor(palette.faint());
    g.setStroke(Strokes.dashed(1, 2, 3));
    g.draw(new Line2D.Double(plot.x, y(target, plot), plot.x + plot.width, y(target, plot)));
  }

  private Color colour(String name) {
    if (expired) {
      return palette.faint();
    }
    return name.equals("own") ? palette.accent() : palette.second();
  }

  private static Stroke stroke(String name) {
    return name.equals("own") ? Strokes.solid(2) : Strokes.dashed(1.5f, 5, 3);
  }

  private Path2D path(List<Double> values, Rectangle plot) {
    var path = new Path2D.Double();
    boolean pen = false;
    for (int i = 0; i < values.size(); i++) {
      double value = values.get(i);
      boolean there = Double.isFinite(value);
      if (there && pen) {
        path.lineTo(x(i, plot), y(value, plot));
      } else if (there) {
        // a lone value between two gaps must still be seen
        path.moveTo(x(i, plot), y(value, plot));
        path.lineTo(x(i, plot), y(value, plot));
      }
      pen = there;
    }
    return path;
  }

  private double x(int i, Rectangle plot) {
    int last = Math.max(1, trend.times().size() - 1);
    return plot.x + (double) plot.width * i / last;
  }

  private double y(double value, Rectangle plot) {
    return plot.y + plot.height * (1 - axis.share(value));
  }

  private void paintLegend(Graphics2D g, int base) {
    int x = palette.gap() * 2;
    for (var name : names()) {
      x = paintKey(g, x, base, label(name), colour(name), stroke(name));
    }
    if (trend.target().isPresent()) {
      var value = text.number(trend.target().getAsDouble(), trend.unit());
      var words = text.texts().of("trend.target", value);
      paintKey(g, x, base, words, palette.faint(), Strokes.dashed(1, 2, 3));
    }
  }

  private int paintKey(Graphics2D g, int start, int base, String words, Color c, Stroke stroke) {
    int swatch = palette.gap() * 4;
    int width = g.getFontMetrics().stringWidth(words);
    boolean forward = getComponentOrientation().isLeftToRight();
    int x = forward ? start : getWidth() - start - swatch;
    double middle = base - g.getFontMetrics().getAscent() * 0.36;
    g.setColor(c);
    g.setStroke(stroke);
    g.draw(new Line2D.Double(x, middle, x + swatch, middle));
    g.setColor(palette.text());
    drawAt(g, words, start + swatch + palette.gap(), base);
    return start + swatch + width + 4 * palette.gap();
  }

  /** The values at the mouse's place. */
  @Override
  public String getToolTipText(MouseEvent event) {
    int last = trend.times().size() - 1;
    if (last < 1) {
      return text.texts().of("trend.none");
    }
    int left = palette.gap() * 8;
    double share = (event.getX() - left) / Math.max(1.0, getWidth() - left - palette.gap() * 2.0);
    int i = (int) Math.round(Math.max(0, Math.min(1, share)) * last);
    var parts = new ArrayList<String>();
    parts.add(clock(trend.times().get(i)));
    for (var name : names()) {
      parts.add(label(name) + " " + at(series(name), i));
    }
    return String.join("   ", parts);
  }

  private String at(List<Double> values, int i) {
    return i < values.size() ? text.number(values.get(i), trend.unit()) : KpiText.NOTHING;
  }
}
