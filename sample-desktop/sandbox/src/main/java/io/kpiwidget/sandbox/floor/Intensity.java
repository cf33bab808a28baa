package io.kpiwidget.sandbox.floor;

import java.util.random.RandomGenerator;

/** Arrivals per hour over simulated time, bounded by {@link #peak}. */
public interface Intensity {
  double perHour(long millis);

  /** An upper bound of {@link #perHour}; the tighter, the fewer candidates are thrown away. */
  double peak();

  static Intensity constant(double perHour) {
    return new Intensity() {
      @Override
      public double perHour(long millis) {
        return perHour;
      }

      @Override
      public double peak() {
        return perHour;
      }
    };
  }

  /**
   * The next arrival after {@code millis}: thinning of a homogeneous process at the peak rate
   * (Lewis and Shedler, 1979).
   */
  default long next(long millis, RandomGenerator random) {
    var meanGap = 3_600_000 / peak();
    double at = millis;
    do {
      at += meanGap * random.nextExponential();
    } while (random.nextDouble() * peak() > perHour((long) at));
    return (long) Math.ceil(at);
  }
}
