package io.kpiwidget.sandbox.platform;

import java.time.Instant;

/**
 * Wall clock to simulated time and back: the same up to the start, {@code speed} simulated seconds
 * per second from then on.
 */
public record TimeMap(long start, double speed) {
  public long simulated(Instant wall) {
    var millis = wall.toEpochMilli();
    return millis <= start ? millis : start + Math.round((millis - start) * speed);
  }

  public Instant wall(long simulated) {
    var since = simulated - start;
    return Instant.ofEpochMilli(since <= 0 ? simulated : start + Math.round(since / speed));
  }
}
