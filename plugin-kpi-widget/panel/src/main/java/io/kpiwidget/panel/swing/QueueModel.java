package io.kpiwidget.panel.swing;

import io.kpiwidget.engine.feed.KpiSnapshot.Cell;
import io.kpiwidget.engine.feed.KpiSnapshot.QueueRow;
import java.util.List;
import javax.swing.table.AbstractTableModel;
import org.checkerframework.checker.guieffect.qual.SafeType;

/** Queues as rows; tells the table only of cells that changed. Column 0 is the queue itself. */
@SafeType
final class QueueModel extends AbstractTableModel {

  private List<QueueRow> rows = List.of();

  /** Takes the next rows. */
  void show(List<QueueRow> next) {
    var last = rows;
    rows = List.copyOf(next);
    if (!columns(last).equals(columns(next))) {
      fireTableStructureChanged();
    } else if (ids(last).equals(ids(next))) {
      fireChanges(last);
    } else {
      fireTableDataChanged();
    }
  }

  private void fireChanges(List<QueueRow> last) {
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < getColumnCount(); column++) {
        if (!at(rows, row, column).equals(at(last, row, column))) {
          fireTableCellUpdated(row, column);
        }
      }
    }
  }

  private static List<String> columns(List<QueueRow> rows) {
    return rows.isEmpty() ? List.of() : rows.get(0).cells().stream().map(Cell::kpi).toList();
  }

  private static List<String> ids(List<QueueRow> rows) {
    return rows.stream().map(QueueRow::id).toList();
  }

  private static Object at(List<QueueRow> rows, int row, int column) {
    var queue = rows.get(row);
    return column == 0 ? List.of(queue.name(), queue.status()) : queue.cells().get(column - 1);
  }

  QueueRow row(int row) {
    return rows.get(row);
  }

  /** The first row's cell stands for its column. */
  Cell column(int column) {
    return rows.get(0).cells().get(column - 1);
  }

  @Override
  public int getRowCount() {
    return rows.size();
  }

  @Override
  public int getColumnCount() {
    return rows.isEmpty() ? 0 : rows.get(0).cells().size() + 1;
  }

  @Override
  public Object getValueAt(int row, int column) {
    return column == 0 ? row(row) : row(row).cells().get(column - 1);
  }
}
