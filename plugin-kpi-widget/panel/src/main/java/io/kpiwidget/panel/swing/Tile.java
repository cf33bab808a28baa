package io.kpiwidget.panel.swing;

import io.kpiwidget.engine.feed.KpiSnapshot.Kpi;
import io.kpiwidget.engine.widget.KpiStatus;
import io.kpiwidget.engine.widget.KpiValue;
import io.kpiwidget.panel.state.KpiText;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.JLabel;
import javax.swing.SwingConstants;
import org.checkerframework.checker.guieffect.qual.SafeEffect;
import org.jspecify.annotations.Nullable;

/** One KPI: title, figure, change, status, target and its last values. */
final class Tile extends Card {

  /**
   * A place where a word may be broken. Java draws nothing for it, and a text area wraps at white
   * space of Latin 1 only: at a zero width space it would wrap one word too early.
   */
  private static final String MAY_BREAK = "\r";

  private final JLabel title = new JLabel();
  private final FigureLabel value = new FigureLabel();
  private final FigureLabel delta = new FigureLabel();
  private final JLabel status = new JLabel();
  private final FigureLabel target = new FigureLabel();
  private final WrapText reason = new WrapText();
  private final SparkLine history = new SparkLine();
  private Palette palette = Palette.current();
  private @Nullable Double number;
  private boolean large;
  private KpiStatus level = KpiStatus.NEUTRAL;
  private boolean expired;
  private String longTarget = "";
  private String shortTarget = "";

  Tile(String id) {
    super(null);
    setName("kpi." + id);
    title.putClientProperty("html.disable", true);
    value.setName("kpi." + id + ".value");
    status.setName("kpi." + id + ".status");
    delta.setHorizontalAlignment(SwingConstants.TRAILING);
    for (Component part : new Component[] {title, value, delta, status, target, reason, history}) {
      add(part);
    }
    look(palette);
  }

  void show(Kpi kpi, KpiText text, boolean tooOld) {
    level = kpi.status();
    expired = tooOld;
    number = kpi.value() instanceof KpiValue.Number n ? (Double) n.value() : null;
    large(kpi.label().large());
    title.setText(kpi.title());
    value.setText(text.value(kpi.value(), kpi.unit()));
    delta.setText(text.delta(kpi));
    status.setText(text.status(level));
    longTarget = text.target(kpi);
    shortTarget = longTarget.isEmpty() ? "" : "/ " + text.targetNumber(kpi);
    // a permission's name is one long word; it may break after its colons
    reason.show(text.reason(kpi.value()).replace(":", ":" + MAY_BREAK));
    history.show(kpi.history());
    describe(kpi, text);
    colours();
    doLayout();
  }

  private void large(boolean now) {
    if (large != now) {
      large = now;
      look(palette);
    }
  }

  private void describe(Kpi kpi, KpiText text) {
    var about = kpi.label().about();
    var spoken = text.spoken(kpi);
    var context = getAccessibleContext();
    context.setAccessibleName(kpi.title());
    context.setAccessibleDescription(about.isEmpty() ? spoken : spoken + ". " + about);
    setToolTipText(Hint.of(kpi.title() + ": " + spoken, about));
  }

  /** Whether it wants a row of its own. */
  @SafeEffect
  boolean large() {
    return large;
  }

  /** Takes the look's colours and fonts. */
  void look(Palette next) {
    palette = next;
    surface(palette);
    title.setFont(palette.small());
    value.setFont(large ? palette.huge() : palette.large());
    delta.setFont(palette.small());
    status.setFont(palette.small());
    status.setIconTextGap(palette.gap());
    target.setFont(palette.small());
    colours();
  }

  private void colours() {
    title.setForeground(palette.faint());
    value.setForeground(number == null ? palette.faint() : palette.figure(level, expired));
    delta.setForeground(palette.faint());
    target.setForeground(palette.faint());
    reason.look(palette.small(), palette.faint());
    status.setForeground(expired ? palette.faint() : palette.of(level));
    status.setIcon(palette.icon(level, expired));
    history.setForeground(
        expired ? palette.line() : Contrast.mix(palette.accent(), palette.card(), 0.25));
    boolean calm = level == KpiStatus.NEUTRAL || level == KpiStatus.ON_TARGET;
    bar(expired || calm ? null : palette.of(level));
  }

  /** The figure on the screen. */
  Shown.Figure shown() {
    return new Shown.Figure(value.getText(), number, reason.getText().replace(MAY_BREAK, ""));
  }

  @Override
  public Dimension getPreferredSize() {
    int width = 30 * palette.gap();
    return new Dimension(width, usualHeight());
  }

  /** What a tile {@code width} wide needs; more than the usual only for a long reason. */
  int heightAt(int width) {
    int why = reason.heightAt(Math.max(1, inner(width)));
    return usualHeight() + Math.max(0, why - foot());
  }

  int usualHeight() {
    return height(title) + height(value) + foot() + 5 * palette.gap();
  }

  private int foot() {
    return height(status) + sparkHeight();
  }

  private int inner(int width) {
    return width - 4 * palette.gap() + 2;
  }

  private static int height(JLabel label) {
    return label.getFontMetrics(label.getFont()).getHeight();
  }

  private int sparkHeight() {
    // a reason takes the line's place: both need the room
    boolean needed = history.hasLine() || !reason.getText().isEmpty();
    return needed ? Math.round(palette.font().getSize2D() * (large ? 2.8f : 1.4f)) : 0;
  }

  /** Every row of text has its place whether or not it has any: nothing jumps when it comes. */
  @Override
  public void doLayout() {
    int pad = palette.gap() * 2;
    var row = new Rectangle(pad, pad - 1, Math.max(0, inner(getWidth())), height(title));
    place(title, row);
    next(row, height(value));
    ends(value, delta, row);
    next(row, height(status));
    boolean why = !reason.getText().isEmpty();
    placeFoot(row, why);
    status.setVisible(!why);
    target.setVisible(!why);
    history.setVisible(!why);
    reason.setVisible(why);
  }

  private void placeFoot(Rectangle row, boolean why) {
    if (why) {
      row.height = getHeight() - row.y - palette.gap();
      place(reason, row);
      return;
    }
    int free = row.width - status.getPreferredSize().width - palette.gap() * 2;
    var metrics = target.getFontMetrics(target.getFont());
    target.setText(metrics.stringWidth(longTarget) <= free ? longTarget : shortTarget);
    boolean bare = status.getText().isEmpty();
    var after = new Rectangle(row);
    int used = bare ? 0 : status.getPreferredSize().width + palette.gap() * 2;
    after.x += used;
    after.width = Math.max(0, row.width - used);
    place(status, new Rectangle(row.x, row.y, row.width - after.width, row.height));
    place(target, after);
    next(row, sparkHeight());
    row.y += palette.gap() / 2;
    place(history, row);
  }

  private static void next(Rectangle row, int height) {
    row.y += row.height;
    row.height = height;
  }

  /** One label at the start, one at the end where there is room: the figure is what counts. */
  private void ends(JLabel start, JLabel end, Rectangle row) {
    int needed = end.getPreferredSize().width;
    boolean room = start.getPreferredSize().width + needed <= row.width;
    int width = room ? needed : 0;
    var first = new Rectangle(row.x, row.y, row.width - width, row.height);
    var last = new Rectangle(row.x + row.width - width, row.y, width, row.height);
    place(start, first);
    place(end, last);
  }

  private void place(Component part, Rectangle at) {
    boolean forward = getComponentOrientation().isLeftToRight();
    part.setBounds(forward ? at.x : getWidth() - at.x - at.width, at.y, at.width, at.height);
  }
}
