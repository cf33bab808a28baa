package io.kpiwidget.sandbox.floor;

import java.util.random.RandomGenerator;

/** A random length of time. */
@FunctionalInterface
public interface Draw {
  /** The next length in seconds, never negative. */
  double seconds(RandomGenerator random);

  /** Always nothing; draws nothing from the stream. */
  static Draw none() {
    return random -> 0;
  }

  static Draw exponential(double mean) {
    return random -> mean * random.nextExponential();
  }

  /**
   * Log-normal with this mean; {@code sigma} is the spread of the logarithm (talk times measured in
   * the field lie near 0.6).
   */
  static Draw logNormal(double mean, double sigma) {
    var mu = Math.log(mean) - sigma * sigma / 2;
    return random -> Math.exp(mu + sigma * random.nextGaussian());
  }

  /** This draw in one of so many cases, otherwise nothing. */
  default Draw inShareOf(double share) {
    return random -> random.nextDouble() < share ? seconds(random) : 0;
  }

  /** The next length in whole milliseconds. */
  default long millis(RandomGenerator random) {
    return Math.round(seconds(random) * 1000);
  }
}
