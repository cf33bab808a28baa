package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.config.Direction;
import io.kpiwidget.engine.config.Metric.Limits;
import java.util.OptionalDouble;

/** A number against its limits: {@code warn} and {@code breach} are reached, a target is missed. */
final class Threshold {

  private Threshold() {}

  static KpiStatus status(double value, Limits limits, Direction direction) {
    boolean unlimited =
        limits.target().isEmpty() && limits.warn().isEmpty() && limits.breach().isEmpty();
    if (unlimited || direction == Direction.NEITHER) {
      return KpiStatus.NEUTRAL;
    }
    double sign = direction == Direction.LOWER_IS_BETTER ? 1 : -1;
    if (reached(value, limits.breach(), sign)) {
      return KpiStatus.BREACHED;
    }
    if (reached(value, limits.warn(), sign)) {
      return KpiStatus.NEAR_LIMIT;
    }
    return missed(value, limits, sign);
  }

  // a missed target without a limit of its own is all there is to breach
  private static KpiStatus missed(double value, Limits limits, double sign) {
    boolean missed =
        limits.target().isPresent() && sign * value > sign * limits.target().getAsDouble();
    if (!missed) {
      return KpiStatus.ON_TARGET;
    }
    return limits.breach().isPresent() ? KpiStatus.NEAR_LIMIT : KpiStatus.BREACHED;
  }

  private static boolean reached(double value, OptionalDouble limit, double sign) {
    return limit.isPresent() && sign * value >= sign * limit.getAsDouble();
  }
}
