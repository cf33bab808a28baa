package io.kpiwidget.sandbox.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The platform's clock, which may be wrong: the Date header and every timestamp on the wire follow
 * it. Thread-safe.
 */
final class ServerClock {
  private final Clock clock;
  private final AtomicReference<Duration> skew = new AtomicReference<>(Duration.ZERO);

  ServerClock(Clock clock) {
    this.clock = clock;
  }

  void skew(Duration next) {
    skew.set(next);
  }

  Instant now() {
    return fromTrue(clock.instant());
  }

  Instant fromTrue(Instant wall) {
    return wall.plus(skew.get());
  }

  Instant toTrue(Instant serverTime) {
    return serverTime.minus(skew.get());
  }
}
