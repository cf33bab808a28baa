package io.kpiwidget.desktop.window;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Window;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/** A small dialog: a heading, a form, one action and a way out. */
final class Prompt {

  private final JDialog dialog;
  private final JButton action;

  Prompt(Window owner, String name, String title, JComponent form, String verb, UiAction done) {
    dialog = new JDialog(owner, title, JDialog.ModalityType.DOCUMENT_MODAL);
    dialog.setName(name);
    action = new JButton(verb);
    action.setName(name + ".ok");
    action.addActionListener(
        e -> {
          dialog.dispose();
          done.run();
        });
    JPanel content = new JPanel(new BorderLayout(0, 18));
    content.setBorder(BorderFactory.createEmptyBorder(20, 24, 18, 24));
    content.add(Look.styled(new JLabel(title), "font: bold +3"), BorderLayout.NORTH);
    content.add(form, BorderLayout.CENTER);
    content.add(buttons(name), BorderLayout.SOUTH);
    dialog.setContentPane(content);
    dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
    dialog.getRootPane().setDefaultButton(action);
  }

  private JComponent buttons(String name) {
    JButton cancel = new JButton("Cancel");
    cancel.setName(name + ".cancel");
    cancel.addActionListener(e -> dialog.dispose());
    dialog
        .getRootPane()
        .registerKeyboardAction(
            e -> dialog.dispose(),
            KeyStroke.getKeyStroke("ESCAPE"),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 0));
    buttons.add(cancel);
    buttons.add(action);
    return buttons;
  }

  void open() {
    dialog.pack();
    dialog.setSize(Math.max(dialog.getWidth(), 380), dialog.getHeight());
    dialog.setResizable(false);
    dialog.setLocationRelativeTo(dialog.getOwner());
    dialog.setVisible(true);
  }
}
