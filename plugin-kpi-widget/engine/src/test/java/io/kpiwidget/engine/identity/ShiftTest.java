package io.kpiwidget.engine.identity;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShiftTest {

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void shift_thatEndsBeforeItHasBegun_isRefusedWithBothEnds(long millis) {
    var start = Instant.parse("2026-11-23T08:00:00Z");
    var end = start.plusMillis(millis);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Shift(start, end))
        .withMessage("shift does not start before it ends: " + start + ", " + end);
  }
}
