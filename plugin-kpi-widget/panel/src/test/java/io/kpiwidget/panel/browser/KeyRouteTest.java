package io.kpiwidget.panel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyRouteTest {

  private static final int CTRL = InputEvent.CTRL_DOWN_MASK;
  private static final int ALT = InputEvent.ALT_DOWN_MASK;
  private static final int ALT_GRAPH = InputEvent.ALT_GRAPH_DOWN_MASK;

  @ParameterizedTest
  @CsvSource({
    KeyEvent.VK_Q + ",0,PAGE",
    KeyEvent.VK_TAB + ",0,PAGE",
    KeyEvent.VK_ENTER + ",0,PAGE",
    KeyEvent.VK_C + "," + CTRL + ",PAGE",
    KeyEvent.VK_RIGHT + "," + CTRL + ",PAGE",
    KeyEvent.VK_S + "," + CTRL + ",DESKTOP",
    KeyEvent.VK_F + "," + ALT + ",DESKTOP",
    KeyEvent.VK_ALT + ",0,DESKTOP",
    KeyEvent.VK_F5 + ",0,DESKTOP",
    KeyEvent.VK_Q + "," + ALT_GRAPH + ",PAGE",
    KeyEvent.VK_Q + "," + (CTRL | ALT) + ",PAGE",
    KeyEvent.VK_F6 + ",0,LEAVE",
    KeyEvent.VK_F6 + "," + InputEvent.SHIFT_DOWN_MASK + ",LEAVE"
  })
  void of_pressedKey(int code, int modifiers, KeyRoute route) {
    assertThat(KeyRoute.of(code, KeyEvent.CHAR_UNDEFINED, modifiers)).isEqualTo(route);
  }

  @ParameterizedTest
  @CsvSource({"a,0,PAGE", "ß,0,PAGE", "@," + ALT_GRAPH + ",PAGE", "f," + ALT + ",DESKTOP"})
  void of_typedCharacter(char character, int modifiers, KeyRoute route) {
    assertThat(KeyRoute.of(KeyEvent.VK_UNDEFINED, character, modifiers)).isEqualTo(route);
  }

  @ParameterizedTest
  @CsvSource({"3,PAGE", "22,PAGE", "19,DESKTOP"})
  void of_typedControlCharacter_goesWhereItsKeyWent(int character, KeyRoute route) {
    assertThat(KeyRoute.of(KeyEvent.VK_UNDEFINED, (char) character, CTRL)).isEqualTo(route);
  }
}
