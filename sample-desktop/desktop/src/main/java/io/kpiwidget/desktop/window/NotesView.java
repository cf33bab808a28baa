package io.kpiwidget.desktop.window;

import io.kpiwidget.desktop.conversation.Conversation;
import io.kpiwidget.desktop.conversation.Customer;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/** Notes on the customer: what others wrote, and a place to write the next. */
final class NotesView extends JPanel {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private final Clock clock;
  private final Map<String, List<String>> written = new HashMap<>();
  private final DefaultListModel<String> model = new DefaultListModel<>();
  private final JTextArea text = new JTextArea(3, 30);
  private final JComboBox<String> outcome =
      new JComboBox<>(
          new String[] {"Solved", "Call back", "Sent to back office", "Complaint", "No contact"});
  private final JButton save = new JButton("Save note", Glyph.PEN.icon());
  private @Nullable Customer customer;

  NotesView(Clock clock) {
    super(new BorderLayout());
    this.clock = clock;
    setOpaque(false);
    add(new Card("Notes", Glyph.PEN.icon("muted"), body()), BorderLayout.CENTER);
    text.setName("notes.text");
    text.getAccessibleContext().setAccessibleName("New note");
    save.setName("notes.save");
    save.setMnemonic('S');
    save.addActionListener(e -> save());
    text.registerKeyboardAction(
        e -> save(), KeyStroke.getKeyStroke("control ENTER"), JComponent.WHEN_FOCUSED);
    show(null);
  }

  private JComponent body() {
    JList<String> list = Words.plain(new JList<>(model));
    list.setName("notes.list");
    list.getAccessibleContext().setAccessibleName("Earlier notes");
    Look.styled(list, "background: $Desktop.card");
    JPanel body = new JPanel(new BorderLayout(0, 8));
    body.setOpaque(false);
    JScrollPane earlier = new JScrollPane(list);
    earlier.setBorder(BorderFactory.createEmptyBorder());
    earlier.setPreferredSize(new Dimension(200, 48));
    body.add(earlier, BorderLayout.NORTH);
    body.add(writing(), BorderLayout.CENTER);
    body.add(foot(), BorderLayout.SOUTH);
    return body;
  }

  private JComponent writing() {
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    JScrollPane scroll = new JScrollPane(text);
    scroll.setPreferredSize(new Dimension(200, 74));
    return scroll;
  }

  private JComponent foot() {
    outcome.setName("notes.outcome");
    JLabel label = Look.styled(new JLabel("Outcome"), "foreground: $Desktop.muted");
    label.setLabelFor(outcome);
    JPanel start = new JPanel(new BorderLayout(10, 0));
    start.setOpaque(false);
    start.add(label, BorderLayout.WEST);
    start.add(outcome, BorderLayout.CENTER);
    JPanel foot = new JPanel(new BorderLayout());
    foot.setOpaque(false);
    foot.add(start, BorderLayout.WEST);
    foot.add(save, BorderLayout.EAST);
    return foot;
  }

  /** Shows the notes on the customer of {@code conversation}; null empties the view. */
  void show(@Nullable Conversation conversation) {
    customer = conversation == null ? null : conversation.customer();
    model.clear();
    if (customer != null) {
      model.addAll(written.getOrDefault(customer.number(), customer.notes()));
    }
    text.setEnabled(customer != null);
    save.setEnabled(customer != null);
    outcome.setEnabled(customer != null);
  }

  private void save() {
    String words = text.getText().strip();
    if (customer == null || words.isEmpty()) {
      return;
    }
    List<String> notes = new ArrayList<>(written.getOrDefault(customer.number(), customer.notes()));
    notes.add(
        0, TIME.format(LocalTime.now(clock)) + "  " + outcome.getSelectedItem() + ": " + words);
    written.put(customer.number(), notes);
    model.clear();
    model.addAll(notes);
    text.setText("");
  }

  /** Forgets what the last agent wrote. */
  void forget() {
    written.clear();
    text.setText("");
  }

  /** Where F6 goes. */
  JComponent focusTarget() {
    return text;
  }
}
