package io.kpiwidget.panel.swing;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import javax.swing.JTextArea;

/** Text that wraps to the width it is given. */
final class WrapText extends JTextArea {

  WrapText() {
    setEditable(false);
    setFocusable(false);
    setOpaque(false);
    setLineWrap(true);
    setWrapStyleWord(true);
    plain();
  }

  private void plain() {
    setBorder(null);
    setMargin(null);
  }

  void look(Font font, Color color) {
    setFont(font);
    setForeground(color);
    setDisabledTextColor(color);
  }

  /** The height that the text needs at {@code width}. */
  int heightAt(int width) {
    if (getText().isEmpty()) {
      return 0;
    }
    var size = getSize();
    setSize(width, Short.MAX_VALUE);
    int height = super.getPreferredSize().height;
    setSize(size);
    return height;
  }

  /** Shows {@code text}; the same text again changes nothing. */
  void show(String text) {
    if (!text.equals(getText())) {
      setText(text);
    }
  }

  @Override
  public void updateUI() {
    super.updateUI();
    plain();
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(0, 0);
  }
}
