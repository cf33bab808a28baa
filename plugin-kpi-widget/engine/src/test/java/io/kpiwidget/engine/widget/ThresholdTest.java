package io.kpiwidget.engine.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.config.Direction;
import io.kpiwidget.engine.config.Metric.Limits;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThresholdTest {

  @ParameterizedTest
  @CsvSource({
    "3.9, LOWER_IS_BETTER, 5, 4, 8, ON_TARGET",
    "4, LOWER_IS_BETTER, 5, 4, 8, NEAR_LIMIT",
    "7.9, LOWER_IS_BETTER, 5, 4, 8, NEAR_LIMIT",
    "8, LOWER_IS_BETTER, 5, 4, 8, BREACHED",
    "5, LOWER_IS_BETTER, 5, , , ON_TARGET",
    "5.1, LOWER_IS_BETTER, 5, , , BREACHED",
    "5.1, LOWER_IS_BETTER, 5, , 8, NEAR_LIMIT",
    "1000, LOWER_IS_BETTER, , , , NEUTRAL",
    "0.81, HIGHER_IS_BETTER, 0.8, 0.75, 0.7, ON_TARGET",
    "0.8, HIGHER_IS_BETTER, 0.8, 0.75, 0.7, ON_TARGET",
    "0.75, HIGHER_IS_BETTER, 0.8, 0.75, 0.7, NEAR_LIMIT",
    "0.7, HIGHER_IS_BETTER, 0.8, 0.75, 0.7, BREACHED",
    "0.79, HIGHER_IS_BETTER, 0.8, , , BREACHED",
    "9, NEITHER, 5, 4, 8, NEUTRAL"
  })
  void status_followsTheDirection(
      double value,
      Direction direction,
      @Nullable Double target,
      @Nullable Double warn,
      @Nullable Double breach,
      KpiStatus expected) {
    var limits = new Limits(of(target), of(warn), of(breach));

    assertThat(Threshold.status(value, limits, direction)).isEqualTo(expected);
  }

  private static OptionalDouble of(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
