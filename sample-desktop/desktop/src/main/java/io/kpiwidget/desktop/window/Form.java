package io.kpiwidget.desktop.window;

import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Labels in one column, fields in the next; {@code &} in a label marks its mnemonic. */
final class Form extends JPanel {

  private int row;

  Form() {
    super(new GridBagLayout());
    setOpaque(false);
  }

  <T extends JComponent> T row(String label, String name, T field) {
    JLabel words = label(label);
    words.setLabelFor(field);
    field.setName(name);
    field.getAccessibleContext().setAccessibleName(words.getText());
    add(words, at(0, 0, new Insets(3, 0, 3, 12)));
    add(field, at(1, 1, new Insets(3, 0, 3, 0)));
    row++;
    return field;
  }

  private GridBagConstraints at(int column, double weight, Insets insets) {
    return new GridBagConstraints(
        column,
        row,
        1,
        1,
        weight,
        0,
        GridBagConstraints.LINE_START,
        GridBagConstraints.HORIZONTAL,
        insets,
        0,
        0);
  }

  private static JLabel label(String text) {
    int mark = text.indexOf('&');
    JLabel label = new JLabel(text.replace("&", ""));
    if (mark >= 0) {
      label.setDisplayedMnemonic(text.charAt(mark + 1));
      label.setDisplayedMnemonicIndex(mark);
    }
    return Look.styled(label, "foreground: $Desktop.muted");
  }
}
