package io.kpiwidget.panel.swing;

import java.awt.FlowLayout;
import java.awt.Font;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JPanel;

/** Words in place of figures: what is so, what to do, and buttons where they help. */
final class MessagePane extends JPanel {

  /** Between the buttons; a flow's own would stand before the first one, too. */
  private static final int GAP = 8;

  private final Column column = new Column();
  private final WrapText title = new WrapText();
  private final WrapText body = new WrapText();
  private final WrapText detail = new WrapText();
  private final WrapText remark = new WrapText();
  private final JButton retry = new JButton();
  private final JButton copy = new JButton();
  private final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));

  MessagePane(Runnable onRetry, Runnable onCopy) {
    super(new java.awt.BorderLayout());
    setOpaque(false);
    title.setName("message.title");
    body.setName("message.body");
    detail.setName("message.detail");
    remark.setName("message.remark");
    retry.setName("message.retry");
    copy.setName("message.copy");
    retry.addActionListener(e -> onRetry.run());
    copy.addActionListener(e -> onCopy.run());
    buttons.setOpaque(false);
    buttons.add(retry);
    buttons.add(Box.createHorizontalStrut(GAP));
    buttons.add(copy);
    column.add(title);
    column.add(detail);
    column.add(body);
    column.add(buttons);
    column.add(remark);
    add(column.scrolling());
    look(Palette.current());
  }

  /** Empty texts take no room; a button without a text is not there. */
  void show(Message message) {
    title.show(message.title());
    body.show(message.body());
    detail.show(message.detail());
    remark.show(message.remark());
    // the vendor will want to copy both into a ticket
    boolean ticket = !message.detail().isEmpty();
    detail.setFocusable(ticket);
    body.setFocusable(ticket);
    show(retry, message.button());
    show(copy, message.copy());
    buttons.setVisible(retry.isVisible() || copy.isVisible());
    for (var text : new WrapText[] {title, body, detail, remark}) {
      text.setVisible(!text.getText().isEmpty());
    }
    getAccessibleContext().setAccessibleName(message.title());
    getAccessibleContext().setAccessibleDescription(message.body());
    revalidate();
  }

  /** Alt and this key press the second button. */
  void copyKey(char key) {
    copy.setMnemonic(key);
  }

  /** Whether somebody is about to copy from the text by hand. */
  boolean isSelected() {
    return body.getSelectionStart() != body.getSelectionEnd();
  }

  void focusFirstButton() {
    retry.requestFocusInWindow();
  }

  private static void show(JButton button, String text) {
    button.setText(text);
    button.setVisible(!text.isEmpty());
  }

  void look(Palette palette) {
    var ground = palette.ground();
    var faint = Contrast.readable(palette.faint(), ground);
    var strong = Contrast.readable(palette.text(), ground);
    column.spacing(palette.gap() * 5, palette.gap() * 2);
    title.look(palette.font().deriveFont(Font.BOLD, palette.font().getSize2D() * 1.2f), strong);
    body.look(palette.font(), strong);
    detail.look(palette.font(), faint);
    remark.look(palette.small(), faint);
  }

  /**
   * What to say.
   *
   * @param copy the text of the button that copies a link
   */
  record Message(
      String title, String body, String detail, String button, String copy, String remark) {}
}
