package io.kpiwidget.desktop.window;

import java.awt.GraphicsConfiguration;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;

/** Keeps windows on the screen: without a window manager nobody else does. */
final class Screens {

  private Screens() {}

  /** Centres {@code window} in this size, or in what the screen has of it. */
  static void place(Window window, int width, int height) {
    Rectangle free = free(window);
    window.setSize(Math.min(width, free.width), Math.min(height, free.height));
    window.setLocationRelativeTo(null);
    window.setBounds(within(window.getBounds(), free));
  }

  /** Moves and shrinks {@code window} until all of it is on its screen. */
  static void fit(Window window) {
    window.setBounds(within(window.getBounds(), free(window)));
  }

  private static Rectangle free(Window window) {
    GraphicsConfiguration screen = window.getGraphicsConfiguration();
    Rectangle all = screen.getBounds();
    Insets bars = Toolkit.getDefaultToolkit().getScreenInsets(screen);
    return new Rectangle(
        all.x + bars.left,
        all.y + bars.top,
        all.width - bars.left - bars.right,
        all.height - bars.top - bars.bottom);
  }

  static Rectangle within(Rectangle wanted, Rectangle free) {
    int width = Math.min(wanted.width, free.width);
    int height = Math.min(wanted.height, free.height);
    int x = Math.max(free.x, Math.min(wanted.x, free.x + free.width - width));
    int y = Math.max(free.y, Math.min(wanted.y, free.y + free.height - height));
    return new Rectangle(x, y, width, height);
  }
}
