package io.kpiwidget.panel.swing;

import io.kpiwidget.engine.feed.KpiSnapshot.Cell;
import io.kpiwidget.engine.feed.KpiSnapshot.QueueRow;
import io.kpiwidget.engine.widget.KpiStatus;
import io.kpiwidget.engine.widget.KpiValue;
import io.kpiwidget.panel.state.KpiText;
import io.kpiwidget.panel.state.WorstFirst;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.TableCellRenderer;
import org.jspecify.annotations.Nullable;

/** The agent's queues, worst first. */
final class QueueTable extends Card {

  private final JLabel heading = new JLabel();
  private final QueueModel model = new QueueModel();
  private final JTable table = new JTable(model);
  private final JLabel none = new JLabel();
  private final JPanel body = new JPanel(new BorderLayout());
  private Palette palette = Palette.current();
  private KpiText text = new KpiText(Locale.ROOT, ZoneOffset.UTC);
  private boolean expired;

  QueueTable() {
    super(new BorderLayout());
    setName("queues");
    table.setName("queues.table");
    table.setRowSelectionAllowed(false);
    table.setShowVerticalLines(false);
    table.setOpaque(false);
    table.setDefaultRenderer(Object.class, new Cells());
    table.getTableHeader().setReorderingAllowed(false);
    table.getTableHeader().setResizingAllowed(false);
    table.getTableHeader().setOpaque(false);
    table.getTableHeader().setDefaultRenderer(new Heads());
    body.setOpaque(false);
    body.add(table.getTableHeader(), BorderLayout.NORTH);
    body.add(table, BorderLayout.CENTER);
    body.add(none, BorderLayout.SOUTH);
    add(heading, BorderLayout.NORTH);
    add(body, BorderLayout.CENTER);
    look(palette);
  }

  void show(List<QueueRow> queues, KpiText next, boolean tooOld) {
    boolean otherTexts = text != next || expired != tooOld;
    text = next;
    expired = tooOld;
    heading.setText(text.texts().of("queues"));
    none.setText(queues.isEmpty() ? text.texts().of("queues.none") : "");
    none.setVisible(queues.isEmpty());
    table.getAccessibleContext().setAccessibleName(heading.getText());
    model.show(WorstFirst.of(queues));
    widths();
    if (otherTexts) {
      table.repaint();
    }
  }

  /** The name has what the figures leave; a figure is never cut. */
  private void widths() {
    var columns = table.getColumnModel();
    for (int i = 1; i < columns.getColumnCount(); i++) {
      int width = width(i);
      if (columns.getColumn(i).getMinWidth() != width) {
        columns.getColumn(i).setMaxWidth(width);
        columns.getColumn(i).setMinWidth(width);
        columns.getColumn(i).setPreferredWidth(width);
      }
    }
  }

  private int width(int column) {
    var metrics = table.getFontMetrics(palette.bold());
    int widest = metrics.stringWidth("00:00");
    for (int row = 0; row < model.getRowCount(); row++) {
      widest = Math.max(widest, metrics.stringWidth(rendered(row, column)));
    }
    return Math.max(widest, headWidth(shortHead(model.column(column)))) + 2 * palette.gap();
  }

  private int headWidth(String words) {
    return table.getFontMetrics(palette.small()).stringWidth(words);
  }

  private String shortHead(Cell cell) {
    return text.texts().orElse("short." + cell.kpi(), cell.title());
  }

  void look(Palette next) {
    palette = next;
    surface(palette);
    int gap = palette.gap();
    setBorder(BorderFactory.createEmptyBorder(gap * 3 / 2, gap * 2, gap, gap * 2));
    heading.setFont(palette.bold());
    heading.setForeground(palette.text());
    none.setForeground(palette.faint());
    table.setFont(palette.font());
    table.setRowHeight(Math.round(palette.font().getSize2D() * 1.95f));
    table.getTableHeader().setBorder(null);
    table.getTableHeader().setOpaque(false);
    table.setOpaque(false);
    // the renderer draws a line above each row but the first: none hangs under the last
    table.setShowHorizontalLines(false);
    table.setIntercellSpacing(new Dimension(0, 0));
    widths();
  }

  /** The rows on the screen, from top to bottom. */
  List<Shown.Queue> shown() {
    var rows = new ArrayList<Shown.Queue>();
    for (int row = 0; row < table.getRowCount(); row++) {
      rows.add(shown(row));
    }
    return rows;
  }

  private Shown.Queue shown(int row) {
    var cells = new LinkedHashMap<String, Shown.Figure>();
    for (int column = 1; column < table.getColumnCount(); column++) {
      var cell = (Cell) table.getValueAt(row, column);
      cells.put(cell.kpi(), shown(cell, row, column));
    }
    return new Shown.Queue(model.row(row).id(), rendered(row, 0), cells);
  }

  private Shown.Figure shown(Cell cell, int row, int column) {
    return new Shown.Figure(rendered(row, column), number(cell), text.reason(cell.value()));
  }

  private static @Nullable Double number(Cell cell) {
    return cell.value() instanceof KpiValue.Number number ? (Double) number.value() : null;
  }

  /** What the renderer writes there. */
  private String rendered(int row, int column) {
    var label = table.prepareRenderer(table.getCellRenderer(row, column), row, column);
    return ((JLabel) label).getText();
  }

  /** Writes names at the start and figures at the end. */
  private final class Cells implements TableCellRenderer {

    private final JLabel name = new JLabel();
    private final FigureLabel figure = new FigureLabel();

    Cells() {
      name.putClientProperty("html.disable", true);
    }

    @Override
    public Component getTableCellRendererComponent(
        JTable t, Object value, boolean selected, boolean focused, int row, int column) {
      var label = value instanceof QueueRow queue ? name(queue) : figure((Cell) value);
      label.setBorder(BorderFactory.createMatteBorder(row == 0 ? 0 : 1, 0, 0, 0, palette.line()));
      return label;
    }

    private JLabel name(QueueRow queue) {
      name.setFont(palette.font());
      name.setText(queue.name());
      name.setIconTextGap(palette.gap());
      name.setIcon(palette.icon(queue.status(), expired));
      name.setForeground(expired ? palette.faint() : palette.text());
      name.getAccessibleContext().setAccessibleDescription(text.status(queue.status()));
      return name;
    }

    private JLabel figure(Cell cell) {
      boolean calm = cell.status() == KpiStatus.NEUTRAL || cell.status() == KpiStatus.ON_TARGET;
      figure.setFont(calm || expired ? palette.font() : palette.bold());
      figure.setText(text.value(cell.value(), cell.unit()));
      boolean number = cell.value() instanceof KpiValue.Number;
      figure.setForeground(number ? palette.figure(cell.status(), expired) : palette.faint());
      figure.setHorizontalAlignment(SwingConstants.TRAILING);
      var reason = text.reason(cell.value());
      figure.setToolTipText(reason.isEmpty() ? null : Hint.of(cell.title() + ": " + reason));
      figure.getAccessibleContext().setAccessibleName(cell.title());
      figure
          .getAccessibleContext()
          .setAccessibleDescription(text.spoken(cell.value(), cell.unit()));
      return figure;
    }
  }

  /** Column heads: the title where it fits, else the short form. */
  private final class Heads implements TableCellRenderer {

    private final JLabel head = new JLabel();

    Heads() {
      head.putClientProperty("html.disable", true);
    }

    @Override
    public Component getTableCellRendererComponent(
        JTable t, Object value, boolean selected, boolean focused, int row, int column) {
      head.setFont(palette.small());
      head.setForeground(palette.faint());
      head.setHorizontalAlignment(column == 0 ? SwingConstants.LEADING : SwingConstants.TRAILING);
      int gap = palette.gap();
      head.setBorder(BorderFactory.createEmptyBorder(gap, 0, gap / 2, 0));
      head.setText(column == 0 ? text.texts().of("column.queue") : head(column));
      head.setToolTipText(column == 0 ? null : Hint.of(model.column(column).title()));
      return head;
    }

    private String head(int column) {
      var cell = model.column(column);
      int free = table.getColumnModel().getColumn(column).getWidth() - palette.gap();
      return headWidth(cell.title()) <= free ? cell.title() : shortHead(cell);
    }
  }
}
