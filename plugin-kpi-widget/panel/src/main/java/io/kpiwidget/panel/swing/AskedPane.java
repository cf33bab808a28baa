package io.kpiwidget.panel.swing;

import io.kpiwidget.panel.state.Texts;
import java.awt.BorderLayout;
import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.Timer;

/**
 * What is asked of the platform, and why: for the support desk, over the figures while it is open.
 */
final class AskedPane extends JPanel {

  private static final int AGAIN_MILLIS = 1_000;

  private final MessagePane message;
  private final Timer again;
  private final Runnable onClose;
  private String text = "";

  /** {@code ask} answers by {@link #show}; it is called each second while the pane is open. */
  AskedPane(Runnable ask, Runnable copy, Runnable onClose) {
    super(new BorderLayout());
    this.onClose = onClose;
    setName("asked");
    message = new MessagePane(this::close, copy);
    again = new Timer(AGAIN_MILLIS, e -> ask.run());
    again.setInitialDelay(0);
    add(message);
    look(Palette.current());
    getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
        .put(KeyStroke.getKeyStroke("ESCAPE"), "kpi-widget.close");
    getActionMap()
        .put(
            "kpi-widget.close",
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent e) {
                close();
              }
            });
  }

  void open(Texts texts) {
    text = "";
    show("\u2026", texts);
    again.start();
    message.focusFirstButton();
  }

  private void close() {
    again.stop();
    onClose.run();
  }

  /** The same text again keeps a selection. */
  void show(String next, Texts texts) {
    if (!next.equals(text)) {
      text = next;
      message.show(
          new MessagePane.Message(
              texts.of("asked.title"),
              next,
              texts.of("asked.detail"),
              texts.of("asked.close"),
              texts.of("menu.copy"),
              ""));
    }
  }

  void look(Palette palette) {
    setBackground(palette.ground());
    message.look(palette);
  }

  @Override
  public void removeNotify() {
    again.stop(); // a panel that is taken away leaves no timer
    super.removeNotify();
  }
}
