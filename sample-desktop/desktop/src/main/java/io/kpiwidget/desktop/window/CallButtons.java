package io.kpiwidget.desktop.window;

import com.formdev.flatlaf.FlatClientProperties;
import io.kpiwidget.desktop.conversation.Command;
import io.kpiwidget.desktop.conversation.Softphone;
import java.awt.Dimension;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.Box;
import javax.swing.Icon;
import javax.swing.JButton;
import org.jspecify.annotations.Nullable;

/** The buttons of the present call; what its phase does not know is disabled. */
final class CallButtons {

  private final Softphone phone;
  private final UiAction changed;
  private final UiAction transfer;
  private final Map<Command, JButton> buttons = new EnumMap<>(Command.class);
  private final JButton hold;

  CallButtons(Softphone phone, UiAction changed, UiAction transfer) {
    this.phone = phone;
    this.changed = changed;
    this.transfer = transfer;
    button(Command.ANSWER, "Answer", 'A', Glyph.PHONE.icon());
    hold = button(Command.HOLD, "Hold", 'H', Glyph.PAUSE.icon());
    button(Command.TRANSFER, "Transfer", 'T', Glyph.TRANSFER.icon());
    button(Command.HANG_UP, "Hang up", 'U', Glyph.HANG_UP.icon());
    button(Command.FINISH, "Finish", 'F', Glyph.CHECK.icon());
  }

  private JButton button(Command command, String text, char mnemonic, Icon icon) {
    JButton button = new JButton(text, icon);
    button.setName("softphone." + command);
    button.setMnemonic(mnemonic);
    button.setIconTextGap(7);
    Dimension size = new Dimension(button.getPreferredSize().width + 12, 34);
    button.setPreferredSize(size);
    button.setMaximumSize(size);
    button.addActionListener(e -> act(command));
    buttons.put(command, button);
    return button;
  }

  /** The buttons in a row, with a gap before each. */
  Box row() {
    Box row = Box.createHorizontalBox();
    for (JButton button : buttons.values()) {
      row.add(Box.createHorizontalStrut(8));
      row.add(button);
    }
    return row;
  }

  /** The hold button of a held call resumes it. */
  void act(Command command) {
    if (command == Command.TRANSFER && phone.commands().contains(command)) {
      transfer.run();
      return;
    }
    boolean resume = command == Command.HOLD && held();
    phone.does(resume ? Command.RESUME : command);
    changed.run();
  }

  /** Shows what can be done in the softphone's present second. */
  void refresh() {
    for (Map.Entry<Command, JButton> button : buttons.entrySet()) {
      show(button.getKey(), button.getValue());
    }
    hold.setText(held() ? "Resume" : "Hold");
    hold.setIcon((held() ? Glyph.PLAY : Glyph.PAUSE).icon());
  }

  /** Answering and finishing never come together, so they share a place. */
  private void show(Command command, JButton button) {
    boolean wrapUp = phone.commands().contains(Command.FINISH);
    button.setEnabled(phone.commands().contains(command) || (command == Command.HOLD && held()));
    button.setVisible(command == Command.ANSWER ? !wrapUp : command != Command.FINISH || wrapUp);
    button.putClientProperty(
        FlatClientProperties.STYLE, button.isEnabled() ? style(command) : null);
  }

  private boolean held() {
    return phone.commands().contains(Command.RESUME);
  }

  private static @Nullable String style(Command command) {
    return switch (command) {
      case ANSWER -> filled("success");
      case HANG_UP -> filled("danger");
      case HOLD, RESUME, TRANSFER, FINISH -> null;
    };
  }

  private static String filled(String color) {
    return "background: $Desktop." + color + "; foreground: $Desktop.onColor; borderWidth: 0";
  }
}
