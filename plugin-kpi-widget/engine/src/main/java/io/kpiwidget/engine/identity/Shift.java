package io.kpiwidget.engine.identity;

import java.time.Instant;

/** When an agent is to be at work, half-open, breaks included. */
public record Shift(Instant start, Instant end) {

  public Shift {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "shift does not start before it ends: " + start + ", " + end);
    }
  }
}
