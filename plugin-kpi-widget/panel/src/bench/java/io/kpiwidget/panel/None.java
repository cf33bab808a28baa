package io.kpiwidget.panel;

import java.awt.Component;
import javax.swing.JFrame;
import javax.swing.JPanel;

/** The base line: the frame stays empty. */
final class None implements Way {

  @Override
  public void start(JFrame frame) {}

  @Override
  public void awaitShown() {}

  @Override
  public Component page() {
    return new JPanel();
  }

  @Override
  public void look(String theme) {}
}
