package io.kpiwidget.engine.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The platform's clock, told from the {@code Date} of its answers. */
final class ServerTime {

  /** {@code Date} has whole seconds, and an answer travels: less than this is no skew. */
  private static final Duration RESOLUTION = Duration.ofSeconds(2);

  private final Clock clock;
  private volatile Duration skew = Duration.ZERO;

  ServerTime(Clock clock) {
    this.clock = clock;
  }

  /** Learns from {@code date}, which was stamped between the two local times. */
  void learn(Instant date, Instant sent, Instant received) {
    var middle = sent.plus(Duration.between(sent, received).dividedBy(2));
    var measured = Duration.between(middle, date.plusMillis(500));
    skew = measured.abs().compareTo(RESOLUTION) < 0 ? Duration.ZERO : measured;
  }

  Instant now() {
    return clock.instant().plus(skew);
  }

  /** How far the platform's clock is ahead of ours. */
  Duration skew() {
    return skew;
  }
}
