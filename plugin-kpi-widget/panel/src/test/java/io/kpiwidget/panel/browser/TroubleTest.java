package io.kpiwidget.panel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TroubleTest {

  @Test
  void knownCode_namesTheDetail() {
    BrowserState.Gone gone = Trouble.of("library-missing", "libnss3.so").gone(false);
    assertThat(gone.code()).isEqualTo("library-missing");
    assertThat(gone.sentence())
        .isEqualTo("The browser needs libnss3.so, which this computer lacks.");
    assertThat(gone.nextStep()).isNotBlank();
  }

  @Test
  void onlyWhatCanPass_isTriedAgain() {
    assertThat(Trouble.of("bundle-missing", "x").lasting()).isTrue();
    assertThat(Trouble.of("child-crashed", "x").lasting()).isFalse();
  }

  @Test
  void unknownCode_isStillSaid() {
    assertThat(Trouble.of("odd", "why").gone(true).sentence()).contains("why");
  }
}
