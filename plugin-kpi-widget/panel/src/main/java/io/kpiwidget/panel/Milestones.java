package io.kpiwidget.panel;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** When the first figures were to be seen, in milliseconds from the JVM's start; 0 until then. */
final class Milestones {

  private final Clock clock;
  private final LongSupplier started;
  private final AtomicLong swing = new AtomicLong();
  private final AtomicLong browser = new AtomicLong();

  /** {@code started} is the JVM's start in milliseconds of the epoch. */
  Milestones(Clock clock, LongSupplier started) {
    this.clock = clock;
    this.started = started;
  }

  void swingPainted() {
    mark(swing);
  }

  void browserInFront() {
    mark(browser);
  }

  private void mark(AtomicLong milestone) {
    if (milestone.get() == 0) {
      milestone.set(Math.max(1, clock.millis() - started.getAsLong()));
    }
  }

  long firstKpiSwing() {
    return swing.get();
  }

  long firstKpiBrowser() {
    return browser.get();
  }
}
