package io.kpiwidget.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScreensTest {

  private static final Rectangle SCREEN = new Rectangle(0, 24, 1280, 776);

  @ParameterizedTest
  @CsvSource({
    "100,100,400,300,100,100,400,300",
    "-60,-20,1400,900,0,24,1280,776",
    "1000,600,400,300,880,500,400,300",
    "880,500,400,300,880,500,400,300",
    "881,501,400,300,880,500,400,300",
  })
  void window_staysOnTheScreen(int x, int y, int w, int h, int nx, int ny, int nw, int nh) {
    assertThat(Screens.within(new Rectangle(x, y, w, h), SCREEN))
        .isEqualTo(new Rectangle(nx, ny, nw, nh));
  }
}
