package io.kpiwidget.sandbox.platform;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are switched on, and whether the platform is down. Thread-safe. */
final class Faults {
  private static final class Armed {
    private final Fault fault;
    private long left;

    Armed(Fault fault, long left) {
      this.fault = fault;
      this.left = left;
    }
  }

  private final List<Armed> armed = new ArrayList<>();
  private final Clock clock;
  private Instant downUntil = Instant.MIN;

  Faults(Clock clock) {
    this.clock = clock;
  }

  synchronized void add(Fault fault, long times) {
    armed.add(new Armed(fault, times));
  }

  synchronized void clear() {
    armed.clear();
  }

  synchronized void down(Instant until) {
    downUntil = until;
  }

  synchronized boolean down() {
    return clock.instant().isBefore(downUntil);
  }

  /** The oldest fault that hits this request; counts it. */
  synchronized Optional<Fault> hit(String template, String path) {
    var hit = armed.stream().filter(one -> one.fault.hits(template, path)).findFirst();
    hit.filter(one -> --one.left <= 0).ifPresent(armed::remove);
    return hit.map(one -> one.fault);
  }
}
