package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.ToBrowser;
import java.awt.event.KeyEvent;
import java.util.HashMap;
import java.util.Map;

/**
 * What JCEF on Linux tells a key by: not the code but the character, which it takes for a symbol of
 * X (keysymdef.h). AWT's character of a key that has none, 0xFFFF, is the symbol of Delete there: a
 * lone Shift would delete.
 */
final class Keysym {

  private static final char NONE = 0;
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int DELETE = 0x7f;
  private static final int TO_SMALL = 'a' - 'A';

  private static final Map<Integer, Integer> SYMBOLS = symbols();

  private Keysym() {}

  private static Map<Integer, Integer> symbols() {
    Map<Integer, Integer> symbols =
        new HashMap<>(
            Map.ofEntries(
                Map.entry(KeyEvent.VK_PAUSE, 0xff13),
                Map.entry(KeyEvent.VK_SCROLL_LOCK, 0xff14),
                Map.entry(KeyEvent.VK_HOME, 0xff50),
                Map.entry(KeyEvent.VK_LEFT, 0xff51),
                Map.entry(KeyEvent.VK_UP, 0xff52),
                Map.entry(KeyEvent.VK_RIGHT, 0xff53),
                Map.entry(KeyEvent.VK_DOWN, 0xff54),
                Map.entry(KeyEvent.VK_PAGE_UP, 0xff55),
                Map.entry(KeyEvent.VK_PAGE_DOWN, 0xff56),
                Map.entry(KeyEvent.VK_END, 0xff57),
                Map.entry(KeyEvent.VK_INSERT, 0xff63),
                Map.entry(KeyEvent.VK_CONTEXT_MENU, 0xff67),
                Map.entry(KeyEvent.VK_NUM_LOCK, 0xff7f),
                Map.entry(KeyEvent.VK_KP_LEFT, 0xff51),
                Map.entry(KeyEvent.VK_KP_UP, 0xff52),
                Map.entry(KeyEvent.VK_KP_RIGHT, 0xff53),
                Map.entry(KeyEvent.VK_KP_DOWN, 0xff54),
                Map.entry(KeyEvent.VK_SHIFT, 0xffe1),
                Map.entry(KeyEvent.VK_CONTROL, 0xffe3),
                Map.entry(KeyEvent.VK_CAPS_LOCK, 0xffe5),
                Map.entry(KeyEvent.VK_META, 0xffe7),
                Map.entry(KeyEvent.VK_ALT, 0xffe9),
                Map.entry(KeyEvent.VK_ALT_GRAPH, 0xfe03),
                Map.entry(KeyEvent.VK_DELETE, 0xffff)));
    for (int key = KeyEvent.VK_F1; key <= KeyEvent.VK_F12; key++) {
      symbols.put(key, 0xffbe + key - KeyEvent.VK_F1);
    }
    return symbols;
  }

  static char of(ToBrowser.Key key) {
    if (key.id() == KeyEvent.KEY_TYPED) {
      return key.character();
    }
    Integer symbol = SYMBOLS.get(key.code());
    if (symbol != null) {
      return (char) symbol.intValue();
    }
    if (key.code() >= KeyEvent.VK_A && key.code() <= KeyEvent.VK_Z && isControl(key.character())) {
      // with Control AWT has a letter's control character, which is no symbol
      return (char) (key.code() + TO_SMALL);
    }
    return key.character() == KeyEvent.CHAR_UNDEFINED ? NONE : key.character();
  }

  private static boolean isControl(char character) {
    return character < FIRST_PRINTABLE || character == DELETE;
  }
}
