package io.kpiwidget.desktop.window;

import io.kpiwidget.desktop.conversation.Conversation;
import io.kpiwidget.desktop.conversation.Softphone;
import java.awt.BorderLayout;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import org.jspecify.annotations.Nullable;

/** Today's conversations, latest first; choosing one shows its customer. */
final class ConversationList extends JPanel {

  private final Softphone phone;
  private final DefaultListModel<Conversation> model = new DefaultListModel<>();
  private final JList<Conversation> list = new JList<>(model);
  private final JLabel count = new JLabel();
  private final Listener listener;
  private boolean refreshing;

  /** Told which conversation is on show; null when none is. */
  interface Listener {
    void chosen(@Nullable Conversation conversation);
  }

  ConversationList(Softphone phone, QueueNames names, Listener listener) {
    super(new BorderLayout());
    this.phone = phone;
    this.listener = listener;
    Look.styled(this, "background: $Desktop.bar; border: 0,0,0,1,$Desktop.line");
    list.setName("conversations");
    list.getAccessibleContext().setAccessibleName("Conversations");
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setCellRenderer(new ConversationRenderer(phone, names));
    list.setFixedCellHeight(ConversationRenderer.HEIGHT);
    Look.styled(
        list,
        "background: $Desktop.bar; selectionBackground: $Desktop.selected; selectionForeground:"
            + " $Label.foreground; selectionInactiveBackground: $Desktop.selected;"
            + " selectionInactiveForeground: $Label.foreground");
    list.addListSelectionListener(
        e -> {
          if (!e.getValueIsAdjusting() && !refreshing) {
            fireChosen();
          }
        });
    add(title(), BorderLayout.NORTH);
    add(scroll(), BorderLayout.CENTER);
  }

  private JComponent title() {
    JPanel title = new JPanel(new BorderLayout());
    title.setOpaque(false);
    title.setBorder(BorderFactory.createEmptyBorder(14, 16, 10, 16));
    title.add(Look.styled(new JLabel("Conversations"), "font: bold"), BorderLayout.CENTER);
    title.add(Look.styled(count, "foreground: $Desktop.muted"), BorderLayout.EAST);
    return title;
  }

  private JComponent scroll() {
    JScrollPane scroll = new JScrollPane(list);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    return scroll;
  }

  /** Shows the softphone's present list; the chosen conversation stays chosen. */
  void refresh() {
    List<Conversation> now = phone.conversations();
    Conversation chosen = list.getSelectedValue();
    refreshing = true;
    boolean arrived = update(now);
    reselect(now, chosen, arrived);
    refreshing = false;
    count.setText(now.isEmpty() ? "" : now.size() + " today");
    if (changedChoice(chosen)) {
      fireChosen();
    }
    list.repaint();
  }

  private boolean update(List<Conversation> now) {
    boolean arrived = now.size() != model.size();
    if (arrived) {
      model.clear();
      model.addAll(now);
    } else {
      for (int i = 0; i < now.size(); i++) {
        replace(i, now.get(i));
      }
    }
    return arrived;
  }

  private void replace(int index, Conversation now) {
    if (!model.get(index).equals(now)) {
      model.set(index, now);
    }
  }

  /** A new conversation is chosen by itself: its customer is on the line. */
  private void reselect(List<Conversation> now, @Nullable Conversation chosen, boolean arrived) {
    if (now.isEmpty()) {
      list.clearSelection();
    } else if (arrived || chosen == null) {
      list.setSelectedIndex(0);
    }
  }

  private boolean changedChoice(@Nullable Conversation before) {
    Conversation after = list.getSelectedValue();
    int was = before == null ? 0 : before.number();
    int is = after == null ? 0 : after.number();
    return was != is;
  }

  private void fireChosen() {
    listener.chosen(list.getSelectedValue());
  }

  /** Where F6 goes. */
  JComponent focusTarget() {
    return list;
  }
}
