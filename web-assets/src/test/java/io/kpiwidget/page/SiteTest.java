package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteTest {

  @Test
  void site_platformOnTheHostsOrigin_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> site(Optional.of(Sites.HOST), true, "Figures", 600))
        .withMessageContaining("platformOrigin must differ from hostOrigin")
        .withMessageContaining(Sites.HOST.value());
  }

  @Test
  void site_withoutAnyFrame_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> site(Optional.empty(), false, "Figures", 600))
        .withMessageContaining("needs a frame");
  }

  @Test
  void site_blankTitle_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> site(Optional.empty(), true, " ", 600))
        .withMessageContaining("title is blank");
  }

  @Test
  void site_titleOfMoreThanTenThousand_isRefused() {
    assertThat(site(Optional.empty(), true, "x".repeat(10_000), 600).title()).hasSize(10_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> site(Optional.empty(), true, "x".repeat(10_001), 600))
        .withMessageContaining("10001");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 119, 4001, Integer.MAX_VALUE})
  void site_heightOutOfBounds_isRefused(int height) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> site(Optional.empty(), true, "Figures", height))
        .withMessageContaining("fallbackHeight is not within 120 to 4000: " + height);
  }

  @ParameterizedTest
  @ValueSource(ints = {120, 4000})
  void site_heightAtTheBounds_isTaken(int height) {
    assertThat(site(Optional.empty(), true, "Figures", height).fallbackHeight()).isEqualTo(height);
  }

  private static Site site(Optional<Origin> platform, boolean kpi, String title, int height) {
    return new Site(Sites.HOST, platform, kpi, true, title, Locale.ENGLISH, height);
  }
}
