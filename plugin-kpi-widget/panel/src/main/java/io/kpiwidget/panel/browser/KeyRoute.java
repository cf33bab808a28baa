package io.kpiwidget.panel.browser;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.Set;

/** Who gets a key while the page has the focus. The desktop keeps its menus and shortcuts. */
enum KeyRoute {
  PAGE,
  DESKTOP,
  LEAVE;

  private static final Set<Integer> EDITING =
      Set.of(
          KeyEvent.VK_A,
          KeyEvent.VK_C,
          KeyEvent.VK_V,
          KeyEvent.VK_X,
          KeyEvent.VK_Y,
          KeyEvent.VK_Z,
          KeyEvent.VK_LEFT,
          KeyEvent.VK_RIGHT,
          KeyEvent.VK_UP,
          KeyEvent.VK_DOWN,
          KeyEvent.VK_HOME,
          KeyEvent.VK_END,
          KeyEvent.VK_INSERT,
          KeyEvent.VK_DELETE,
          KeyEvent.VK_BACK_SPACE,
          KeyEvent.VK_CONTROL);

  /** {@code code} is undefined in a "typed" event; its pressed event went the same way. */
  static KeyRoute of(int code, char character, int modifiers) {
    boolean control = (modifiers & InputEvent.CTRL_DOWN_MASK) != 0;
    boolean alt = (modifiers & InputEvent.ALT_DOWN_MASK) != 0;
    boolean altGraph = (modifiers & InputEvent.ALT_GRAPH_DOWN_MASK) != 0 || (control && alt);
    if (code == KeyEvent.VK_F6) {
      return LEAVE;
    }
    if (altGraph) {
      return PAGE;
    }
    if (alt || (modifiers & InputEvent.META_DOWN_MASK) != 0 || function(code)) {
      return DESKTOP;
    }
    return control && !edits(code, character) ? DESKTOP : PAGE;
  }

  private static boolean function(int code) {
    return (code >= KeyEvent.VK_F1 && code <= KeyEvent.VK_F12) || code == KeyEvent.VK_ALT;
  }

  /** A typed event of Control and a letter has the letter's control character. */
  private static boolean edits(int code, char character) {
    return EDITING.contains(code == KeyEvent.VK_UNDEFINED ? character + 'A' - 1 : code);
  }
}
