package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LatelyTest {

  private final Lately lately = new Lately();

  @Test
  void beforeTheFirstTime_nothingIsLikely() {
    assertThat(lately.likely()).isZero();
  }

  @Test
  void oneTime_isAllThatIsKnown() {
    took(4);

    assertThat(lately.likely()).hasSeconds(4);
  }

  @Test
  void oneThatWasSlowByChance_hurriesNobody() {
    took(3, 3, 15, 3);
    assertThat(lately.likely()).hasSeconds(3);

    took(15);
    assertThat(lately.likely()).hasSeconds(15);
  }

  @Test
  void whatWasLongAgo_isForgotten() {
    took(9, 9, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);

    assertThat(lately.likely()).hasSeconds(1);
  }

  private void took(int... seconds) {
    for (int each : seconds) {
      lately.took(Duration.ofSeconds(each));
    }
  }
}
