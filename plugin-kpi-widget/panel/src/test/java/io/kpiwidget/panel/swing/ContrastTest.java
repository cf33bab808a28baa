package io.kpiwidget.panel.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContrastTest {

  @Test
  void ratio_blackOnWhite_is21() {
    assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isCloseTo(21, within(0.001));
    assertThat(Contrast.ratio(Color.WHITE, Color.BLACK)).isCloseTo(21, within(0.001));
  }

  @Test
  void ratio_same_is1() {
    assertThat(Contrast.ratio(Color.ORANGE, Color.ORANGE)).isCloseTo(1, within(0.001));
  }

  @Test
  void readable_enoughAlready_isLeftAlone() {
    assertThat(Contrast.readable(Color.BLACK, Color.WHITE)).isEqualTo(Color.BLACK);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void readable_anyColours_stand4point5Apart(long seed) {
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      var background = new Color(random.nextInt(0x1000000));
      var mended = Contrast.readable(new Color(random.nextInt(0x1000000)), background);
      assertThat(Contrast.ratio(mended, background)).isGreaterThanOrEqualTo(4.5);
    }
  }
}
