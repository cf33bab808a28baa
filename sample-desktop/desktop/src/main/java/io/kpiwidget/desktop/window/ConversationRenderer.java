package io.kpiwidget.desktop.window;

import io.kpiwidget.desktop.conversation.Conversation;
import io.kpiwidget.desktop.conversation.Media;
import io.kpiwidget.desktop.conversation.Phase;
import io.kpiwidget.desktop.conversation.Softphone;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Font;
import java.awt.GridLayout;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;

/** A conversation in three lines: who and how long, about what, from where and in which phase. */
final class ConversationRenderer implements ListCellRenderer<Conversation> {

  static final int HEIGHT = 72;

  private final Softphone phone;
  private final QueueNames names;
  private final JPanel cell = new JPanel(new BorderLayout(12, 0));
  private final JLabel media = new JLabel();
  private final JLabel name = Words.plain(new JLabel());
  private final JLabel time = new JLabel();
  private final JLabel topic = Words.plain(new JLabel());
  private final JLabel queue = Words.plain(new JLabel());
  private final JLabel phase = new JLabel();

  ConversationRenderer(Softphone phone, QueueNames names) {
    this.phone = phone;
    this.names = names;
    JPanel lines = new JPanel(new GridLayout(3, 1));
    lines.setOpaque(false);
    lines.add(line(name, time));
    lines.add(topic);
    lines.add(line(queue, phase));
    cell.setBorder(BorderFactory.createEmptyBorder(8, 16, 8, 16));
    media.setVerticalAlignment(JLabel.TOP);
    media.setBorder(BorderFactory.createEmptyBorder(3, 0, 0, 0));
    cell.add(media, BorderLayout.WEST);
    cell.add(lines, BorderLayout.CENTER);
  }

  private static JPanel line(JLabel start, JLabel end) {
    JPanel line = new JPanel(new BorderLayout(8, 0));
    line.setOpaque(false);
    line.add(start, BorderLayout.CENTER);
    line.add(end, BorderLayout.EAST);
    return line;
  }

  @Override
  public Component getListCellRendererComponent(
      JList<? extends Conversation> list,
      Conversation value,
      int index,
      boolean selected,
      boolean focused) {
    words(value);
    colors(value.phase());
    cell.setBackground(selected ? list.getSelectionBackground() : list.getBackground());
    cell.getAccessibleContext().setAccessibleName(value.customer().name() + ", " + value.phase());
    return cell;
  }

  private void words(Conversation c) {
    media.setIcon(icon(c.media()));
    name.setText(c.customer().name());
    time.setText(Words.time(seconds(c)));
    topic.setText(c.topic());
    queue.setText(names.of(c.queue()));
    phase.setText(c.phase().toString());
  }

  private long seconds(Conversation c) {
    return c.phase() == Phase.RINGING ? phone.second() - c.began() : c.talkedAt(phone.second());
  }

  private void colors(Phase now) {
    name.setFont(UIManager.getFont("Label.font").deriveFont(Font.BOLD));
    name.setForeground(UIManager.getColor("Label.foreground"));
    for (JLabel label : new JLabel[] {time, topic, queue, media}) {
      label.setFont(UIManager.getFont("Label.font"));
      label.setForeground(Look.color("muted"));
    }
    topic.setForeground(UIManager.getColor("Label.foreground"));
    phase.setFont(UIManager.getFont("Label.font"));
    phase.setForeground(Look.color(color(now)));
  }

  private static String color(Phase phase) {
    return switch (phase) {
      case RINGING, HELD, WRAP_UP -> "warning";
      case CONNECTED -> "success";
      case MISSED -> "danger";
      case ENDED, TRANSFERRED -> "muted";
    };
  }

  private static Icon icon(Media media) {
    return switch (media) {
      case VOICE -> Glyph.PHONE.icon();
      case CHAT -> Glyph.CHAT.icon();
      case EMAIL -> Glyph.MAIL.icon();
    };
  }
}
