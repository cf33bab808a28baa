package io.kpiwidget.panel.swing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kpiwidget.engine.widget.KpiUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AxisTest {

  @ParameterizedTest
  @CsvSource({
    "DURATION, 10, 316, 120",
    "DURATION, 0, 45, 15",
    "DURATION, 0, 90000, 43200",
    "COUNT, 1, 7, 5",
    "RATIO, 0.1, 1, 0.5",
    "COUNT, 0, 0, 1e-9"
  })
  void of_coversAllWithFewRoundSteps(KpiUnit unit, double low, double high, double step) {
    var axis = Axis.of(new Range(low, high), unit);
    assertThat(axis.low()).isLessThanOrEqualTo(low);
    assertThat(axis.high()).isGreaterThanOrEqualTo(high);
    assertThat(axis.lines()).isBetween(1, 4);
    assertThat(axis.step()).isCloseTo(step, within(1e-9));
  }

  @Test
  void of_valuesFarFromZero_startsNearThem() {
    var axis = Axis.of(new Range(0.95, 0.99), KpiUnit.RATIO);
    assertThat(axis.low()).isBetween(0.9, 0.95);
  }

  @Test
  void of_nothing_isStillAnAxis() {
    var axis = Axis.of(Range.of(List.of(Double.NaN)), KpiUnit.COUNT);
    assertThat(axis.share(0)).isZero();
  }

  @Test
  void share_runsFromFootToTop() {
    var axis = new Axis(0, 300, 100);
    assertThat(axis.share(0)).isZero();
    assertThat(axis.share(150)).isEqualTo(0.5);
    assertThat(axis.share(300)).isEqualTo(1);
  }

  @Test
  void range_equalValues_areInTheMiddle() {
    assertThat(Range.of(List.of(3.0, 3.0)).share(3)).isEqualTo(0.5);
  }
}
