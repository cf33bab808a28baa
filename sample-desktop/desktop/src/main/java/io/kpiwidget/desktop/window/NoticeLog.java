package io.kpiwidget.desktop.window;

import io.kpiwidget.host.Notice;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Window;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.DefaultTableModel;

/** What plugins and the desktop had to say, with a dialog that lists it. */
final class NoticeLog {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
  private static final int[] WIDTHS = {70, 80, 100, 330, 330};

  private final Clock clock;
  private final List<Notice> notices = new ArrayList<>();
  private final DefaultTableModel model =
      new DefaultTableModel(
          new Object[] {"Time", "Level", "From", "What happened", "What to do"}, 0) {
        @Override
        public boolean isCellEditable(int row, int column) {
          return false;
        }
      };

  NoticeLog(Clock clock) {
    this.clock = clock;
  }

  void add(Notice notice) {
    notices.add(0, notice);
    String from = notice.plugin() == null ? "Desktop" : notice.plugin();
    String time = TIME.format(LocalTime.now(clock));
    model.insertRow(0, new Object[] {time, level(notice), from, notice.text(), notice.nextStep()});
  }

  int size() {
    return notices.size();
  }

  private static String level(Notice notice) {
    return switch (notice.level()) {
      case INFO -> "Info";
      case WARNING -> "Warning";
      case ERROR -> "Error";
    };
  }

  /** Opens the list; the desktop stays usable. */
  void open(Window owner) {
    JDialog dialog = new JDialog(owner, "Notices");
    dialog.setName("notices");
    JTextArea details = new JTextArea(4, 20);
    details.setName("notices.details");
    details.setEditable(false);
    details.setLineWrap(true);
    details.setWrapStyleWord(true);
    JTable table = table(details);
    JPanel content = new JPanel(new BorderLayout(0, 10));
    content.setBorder(BorderFactory.createEmptyBorder(14, 14, 14, 14));
    content.add(new JScrollPane(table), BorderLayout.CENTER);
    content.add(new JScrollPane(details), BorderLayout.SOUTH);
    dialog.setContentPane(content);
    closeWithEscape(dialog);
    dialog.pack();
    dialog.setLocationRelativeTo(owner);
    dialog.setVisible(true);
  }

  private JTable table(JTextArea details) {
    JTable table = new JTable(model);
    table.setName("notices.table");
    table.setDefaultRenderer(Object.class, Words.plain(new DefaultTableCellRenderer()));
    table.setPreferredScrollableViewportSize(new Dimension(880, 240));
    table.setFillsViewportHeight(true);
    for (int i = 0; i < WIDTHS.length; i++) {
      table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
    }
    table
        .getSelectionModel()
        .addListSelectionListener(e -> details.setText(details(table.getSelectedRow())));
    table.setFocusTraversalKeys(0, null); // Tab goes on to the details
    table.setFocusTraversalKeys(1, null);
    if (model.getRowCount() > 0) {
      table.setRowSelectionInterval(0, 0);
    }
    return table;
  }

  private String details(int row) {
    if (row < 0 || row >= notices.size()) {
      return "";
    }
    Notice notice = notices.get(row);
    return (notice.text() + "\n" + notice.nextStep()).strip();
  }

  private static void closeWithEscape(JDialog dialog) {
    dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
    dialog
        .getRootPane()
        .registerKeyboardAction(
            e -> dialog.dispose(),
            KeyStroke.getKeyStroke("ESCAPE"),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
  }
}
