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
    if (model.show(WorstFirst.of(queues))) {
      widths();
    }
    if (otherTexts) {
      table.repaint();
    }
  }

  /** The name has what the figures leave. */
  private void widths() {
    int figure = Math.round(palette.font().getSize2D() * 5.4f);
    var columns = table.getColumnModel();
    for (int i = 0; i < columns.getColumnCount(); i++) {
      columns.getColumn(i).setMinWidth(i == 0 ? figure : 0);
      columns.getColumn(i).setPreferredWidth(i == 0 ? 3 * figure : figure);
      columns.getColumn(i).setMaxWidth(i == 0 ? Integer.MAX_VALUE : figure * 3 / 2);
    }
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
    table.setGridColor(palette.line());
    table.setRowHeight(Math.round(palette.font().getSize2D() * 1.95f));
    table.getTableHeader().setBorder(null);
    table.getTableHeader().setOpaque(false);
    table.setOpaque(false);
    table.setShowHorizontalLines(true);
    table.setIntercellSpacing(new Dimension(0, 1));
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
      cells.put(cell.kpi(), new Shown.Figure(rendered(row, column), number(cell)));
    }
    return new Shown.Queue(model.row(row).id(), rendered(row, 0), cells);
  }

  private static @org.jspecify.annotations.Nullable Double number(Cell cell) {
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

    @Override
    public Component getTableCellRendererComponent(
        JTable t, Object value, boolean selected, boolean focused, int row, int column) {
      return value instanceof QueueRow queue ? name(queue) : figure((Cell) value);
    }

    private JLabel name(QueueRow queue) {
      name.setFont(palette.font());
      name.setText(queue.name());
      name.setIconTextGap(palette.gap());
      name.setIcon(new StatusIcon(queue.status(), Math.round(palette.font().getSize2D() * 0.6f)));
      name.setForeground(expired ? palette.faint() : palette.of(queue.status()));
      name.setForeground(nameColour(queue.status()));
      name.getAccessibleContext().setAccessibleDescription(text.status(queue.status()));
      return name;
    }

    private java.awt.Color nameColour(KpiStatus status) {
      return palette.figure(status, expired);
    }

    private JLabel figure(Cell cell) {
      boolean calm = cell.status() == KpiStatus.NEUTRAL || cell.status() == KpiStatus.ON_TARGET;
      figure.setFont(calm || expired ? palette.font() : palette.bold());
      figure.setText(text.value(cell.value(), cell.unit()));
      figure.setForeground(palette.figure(cell.status(), expired));
      figure.setHorizontalAlignment(SwingConstants.TRAILING);
      figure.setToolTipText(text.reason(cell.value()));
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

    @Override
    public Component getTableCellRendererComponent(
        JTable t, Object value, boolean selected, boolean focused, int row, int column) {
      head.setFont(palette.small());
      head.setForeground(palette.faint());
      head.setHorizontalAlignment(column == 0 ? SwingConstants.LEADING : SwingConstants.TRAILING);
      int gap = palette.gap();
      head.setBorder(BorderFactory.createEmptyBorder(gap, 0, gap / 2, 0));
      head.setText(column == 0 ? text.texts().of("column.queue") : head(column));
      head.setToolTipText(column == 0 ? null : model.column(column).title());
      return head;
    }

    private String head(int column) {
      var cell = model.column(column);
      int free = table.getColumnModel().getColumn(column).getWidth() - palette.gap();
      boolean fits = head.getFontMetrics(head.getFont()).stringWidth(cell.title()) <= free;
      return fits ? cell.title() : text.texts().orElse("short." + cell.kpi(), cell.title());
    }
  }
}
