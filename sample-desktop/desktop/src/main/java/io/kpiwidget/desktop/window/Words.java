package io.kpiwidget.desktop.window;

import java.util.Locale;
import javax.swing.JComponent;
import org.checkerframework.checker.guieffect.qual.SafeEffect;

/** Figures as the desktop writes them. */
final class Words {

  private Words() {}

  /** Minutes and seconds; hours when there are some. */
  @SafeEffect
  static String time(long seconds) {
    long hours = seconds / 3600;
    String rest = String.format(Locale.ROOT, "%02d:%02d", seconds / 60 % 60, seconds % 60);
    return hours > 0 ? hours + ":" + rest : rest;
  }

  @SafeEffect
  static String euros(long cents) {
    return String.format(Locale.UK, "€ %,d.%02d", cents / 100, cents % 100);
  }

  /** Text from outside may begin with a tag; Swing would read it as html. */
  static <T extends JComponent> T plain(T component) {
    component.putClientProperty("html.disable", true);
    return component;
  }
}
