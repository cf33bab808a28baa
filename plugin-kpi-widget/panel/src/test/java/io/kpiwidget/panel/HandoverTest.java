package io.kpiwidget.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HandoverTest {

  private final Handover handover = new Handover();

  @ParameterizedTest
  @CsvSource({
    "true, true, true, true",
    "false, true, true, false",
    "true, false, true, false",
    "true, true, false, false"
  })
  void browserInFront_needsAllThree(
      boolean running, boolean painted, boolean allowed, boolean front) {
    handover.running(running);
    handover.painted(painted);
    handover.allowed(allowed);
    assertThat(handover.browserInFront()).isEqualTo(running && painted && allowed).isEqualTo(front);
  }

  @Test
  void processEnds_whatWasPaintedIsGone() {
    handover.running(true);
    handover.painted(true);
    handover.running(false);
    handover.running(true);
    assertThat(handover.browserInFront()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"7, false", "8, true", "9, true"})
  void present_isTheFirstVersionAfterNoFigures(long painted, boolean present) {
    handover.figures(OptionalLong.of(5));
    handover.figures(OptionalLong.empty());
    handover.figures(OptionalLong.of(8));
    handover.figures(OptionalLong.of(9));
    assertThat(handover.present(painted)).isEqualTo(present);
  }

  @Test
  void noFigures_nothingIsPresent() {
    handover.painted(true);
    handover.figures(OptionalLong.empty());
    assertThat(handover.present(99)).isFalse();
    assertThat(handover.painted()).isFalse();
  }
}
