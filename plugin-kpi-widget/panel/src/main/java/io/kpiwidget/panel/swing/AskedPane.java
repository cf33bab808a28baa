package io.kpiwidget.panel.swing;

import io.kpiwidget.panel.state.Texts;
import java.awt.BorderLayout;
import java.awt.event.ActionEvent;
import java.util.Locale;
import java.util.function.Predicate;
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

  /** A confirmation stays long enough to be read. */
  private static final int REMARK_LOOKS = 5;

  private final MessagePane message;
  private final Timer again;
  private Texts texts = Texts.in(Locale.getDefault());
  private final Predicate<String> copy;
  private final Runnable onClose;
  private String text = "";
  private String remark = "";
  private int remarkLasts; // looks

  /**
   * {@code ask} answers by {@link #show}; it is called each second while the pane is open and on
   * the screen. {@code copy} says whether it could.
   */
  AskedPane(Runnable ask, Predicate<String> copy, Runnable onClose) {
    super(new BorderLayout());
    this.copy = copy;
    this.onClose = onClose;
    setName("asked");
    message = new MessagePane(this::close, this::copy);
    again = new Timer(AGAIN_MILLIS, e -> look(ask));
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

  private void look(Runnable ask) {
    if (isShowing()) {
      ask.run();
    }
  }

  void open(Texts now) {
    texts = now;
    text = "";
    remark = "";
    show("\u2026", texts);
    again.start();
    message.focusFirstButton();
  }

  private void close() {
    again.stop();
    onClose.run();
  }

  private void copy() {
    remark = texts.of(copy.test(text) ? "asked.copied" : "asked.notCopied");
    remarkLasts = REMARK_LOOKS;
    showWords();
  }

  /** What is selected stays as it is until nothing is. */
  void show(String next, Texts now) {
    texts = now;
    if (remarkLasts > 0 && --remarkLasts == 0) {
      remark = "";
    }
    if (!message.isSelected()) {
      text = next;
    }
    showWords();
  }

  private void showWords() {
    message.show(
        new MessagePane.Message(
            texts.of("asked.title"),
            text,
            texts.of("asked.detail"),
            texts.of("asked.close"),
            texts.of("asked.copy"),
            remark));
    message.copyKey(texts.of("asked.copy.key").charAt(0));
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
