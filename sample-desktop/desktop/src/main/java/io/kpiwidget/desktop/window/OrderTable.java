package io.kpiwidget.desktop.window;

import io.kpiwidget.desktop.conversation.Customer.Order;
import java.awt.Component;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.DefaultTableModel;

/** A customer's orders, latest first. */
final class OrderTable {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
  private static final int[] WIDTHS = {90, 112, 244, 84, 96};

  private static final int ARTICLE = 2;
  private static final int PRICE = 3;

  private final LocalDate today;
  private final DefaultTableModel model =
      new DefaultTableModel(new Object[] {"Order", "Date", "Article", "Price", "Status"}, 0) {
        @Override
        public boolean isCellEditable(int row, int column) {
          return false;
        }
      };
  private final JTable table = new JTable(model);

  OrderTable(LocalDate today) {
    this.today = today;
    table.setName("customer.orders");
    table.getAccessibleContext().setAccessibleName("Orders");
    table.setFillsViewportHeight(true);
    table.getTableHeader().setReorderingAllowed(false);
    for (int i = 0; i < WIDTHS.length; i++) {
      table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
      table.getColumnModel().getColumn(i).setHeaderRenderer(OrderTable::header);
    }
    DefaultTableCellRenderer price = new DefaultTableCellRenderer();
    price.setHorizontalAlignment(SwingConstants.TRAILING);
    table.getColumnModel().getColumn(PRICE).setCellRenderer(price);
    leaveWithTab();
    fitWithFont();
  }

  /** Swing tells of a font where it was set: on the EDT. */
  @SuppressWarnings("guieffect")
  private void fitWithFont() {
    table.addPropertyChangeListener("font", e -> fit());
  }

  /** A wider font takes its room from the article, whose words may be cut; numbers may not. */
  private void fit() {
    for (int column = 0; column < WIDTHS.length; column++) {
      if (column != ARTICLE) {
        int needed = Math.min(widest(column), 2 * WIDTHS[column]);
        table.getColumnModel().getColumn(column).setMinWidth(needed);
        int preferred = Math.max(WIDTHS[column], needed);
        table.getColumnModel().getColumn(column).setPreferredWidth(preferred);
      }
    }
  }

  private int widest(int column) {
    int widest = 0;
    for (int row = 0; row < table.getRowCount(); row++) {
      Component cell = table.prepareRenderer(table.getCellRenderer(row, column), row, column);
      widest = Math.max(widest, cell.getPreferredSize().width);
    }
    return widest + table.getIntercellSpacing().width + 2;
  }

  /** The look's own header cell, with its words where the column's values are. */
  private static Component header(
      JTable table, Object value, boolean selected, boolean focused, int row, int column) {
    Component cell =
        table
            .getTableHeader()
            .getDefaultRenderer()
            .getTableCellRendererComponent(table, value, selected, focused, row, column);
    if (cell instanceof JLabel label) {
      label.setHorizontalAlignment(
          column == PRICE ? SwingConstants.TRAILING : SwingConstants.LEADING);
    }
    return cell;
  }

  /** Tab leaves the table: walking through its cells would trap the keyboard. */
  private void leaveWithTab() {
    table.setFocusTraversalKeys(0, null);
    table.setFocusTraversalKeys(1, null);
  }

  JTable table() {
    return table;
  }

  void show(List<Order> orders) {
    model.setRowCount(0);
    for (Order o : orders) {
      String date = DATE.format(today.minusDays(o.daysAgo()));
      model.addRow(
          new Object[] {o.number(), date, o.article(), Words.euros(o.cents()), o.status()});
    }
    fit();
  }
}
