package io.kpiwidget.panel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.bundle.Packages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void missingLibraries_nameWhatInstallsThem() {
    BrowserState.Gone gone = Trouble.of("library-missing", "libgbm.so.1, libnss3.so").gone(false);
    assertThat(gone.nextStep())
        .isEqualTo(
            "Install what brings it, then try again: "
                + Packages.here().command(List.of("libgbm.so.1", "libnss3.so"))
                + ".");
  }

  /** All that the installer may say. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "platform-unknown",
        "platform-wrong",
        "bundle-missing",
        "bundle-checksum",
        "bundle-truncated",
        "bundle-damaged",
        "bundle-broken",
        "bundle-noexec",
        "data-unwritable",
        "disk-full",
        "download-failed",
        "download-checksum",
        "download-redirect",
        "install-cancelled"
      })
  void causesOfTheInstaller_haveSentencesOfTheirOwn(String code) {
    BrowserState.Gone gone = Trouble.of(code, "detail").gone(false);
    assertThat(gone.sentence()).contains("detail").doesNotStartWith("No browser");
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
