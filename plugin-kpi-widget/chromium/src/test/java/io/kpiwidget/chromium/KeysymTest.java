package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.link.ToBrowser;
import java.awt.event.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeysymTest {

  /** By X's keysymdef.h. */
  @ParameterizedTest
  @CsvSource({
    KeyEvent.VK_HOME + ", 0xff50",
    KeyEvent.VK_END + ", 0xff57",
    KeyEvent.VK_PAGE_DOWN + ", 0xff56",
    KeyEvent.VK_SHIFT + ", 0xffe1",
    KeyEvent.VK_CONTROL + ", 0xffe3",
    KeyEvent.VK_F1 + ", 0xffbe",
    KeyEvent.VK_F12 + ", 0xffc9",
    KeyEvent.VK_DELETE + ", 0xffff"
  })
  void keyWithoutACharacter_isItsSymbol(int code, String symbol) {
    assertThat((int) pressed(code, KeyEvent.CHAR_UNDEFINED)).isEqualTo(Integer.decode(symbol));
  }

  @ParameterizedTest
  @ValueSource(ints = {KeyEvent.VK_DEAD_ACUTE, KeyEvent.VK_CONVERT, KeyEvent.VK_KANJI})
  void unknownKey_isNone_andNotDelete(int code) {
    assertThat((int) pressed(code, KeyEvent.CHAR_UNDEFINED)).isZero();
  }

  @Test
  void letterWithControl_isTheLetter() {
    assertThat(pressed(KeyEvent.VK_C, '\3')).isEqualTo('c');
  }

  @ParameterizedTest
  @CsvSource({KeyEvent.VK_A + ", a", KeyEvent.VK_A + ", A", KeyEvent.VK_1 + ", !", "0, \u00df"})
  void keyWithACharacter_isThat(int code, char character) {
    assertThat(pressed(code, character)).isEqualTo(character);
  }

  @Test
  void typed_isAsItIs() {
    var typed = new ToBrowser.Key(KeyEvent.KEY_TYPED, 0, KeyEvent.VK_UNDEFINED, '\3', 0);
    assertThat(Keysym.of(typed)).isEqualTo('\3');
  }

  private static char pressed(int code, char character) {
    return Keysym.of(new ToBrowser.Key(KeyEvent.KEY_PRESSED, 0, code, character, 1));
  }
}
