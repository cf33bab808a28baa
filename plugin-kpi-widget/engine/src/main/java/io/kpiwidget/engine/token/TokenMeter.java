package io.kpiwidget.engine.token;

import io.kpiwidget.engine.token.TokenEvents.Outcome;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts. Any thread; a use allocates nothing. */
final class TokenMeter {

  private final LongAdder uses = new LongAdder();
  private final LongAdder ages = new LongAdder();
  private final LongAccumulator oldest = new LongAccumulator(Math::max, 0);
  private final LongAccumulator slowest = new LongAccumulator(Math::max, 0);
  private final LongAdder forced = new LongAdder();
  private final AtomicInteger waiting = new AtomicInteger();
  private final LongAccumulator mostWaiting = new LongAccumulator(Math::max, 0);
  private final Map<Outcome, LongAdder> attempts = new EnumMap<>(Outcome.class);

  TokenMeter() {
    for (var outcome : Outcome.values()) {
      attempts.put(outcome, new LongAdder());
    }
  }

  /** A token was handed out at this age in milliseconds. */
  void used(long age) {
    uses.increment();
    ages.add(age);
    oldest.accumulate(age);
  }

  void attempted(Outcome outcome, Duration latency) {
    attempts.getOrDefault(outcome, forced).increment();
    slowest.accumulate(latency.toMillis());
  }

  void forced() {
    forced.increment();
  }

  void waits() {
    mostWaiting.accumulate(waiting.incrementAndGet());
  }

  void waited() {
    waiting.decrementAndGet();
  }

  TokenMetrics metrics(TokenState state, Duration gate, Duration skew) {
    long count = uses.sum();
    return new TokenMetrics(
        state,
        attempts(),
        Duration.ofMillis(slowest.get()),
        count,
        Duration.ofMillis(oldest.get()),
        Duration.ofMillis(count == 0 ? 0 : ages.sum() / count),
        new TokenMetrics.Waiting(waiting.get(), (int) mostWaiting.get()),
        forced.sum(),
        gate,
        skew);
  }

  private Map<Outcome, Long> attempts() {
    var sums = new EnumMap<Outcome, Long>(Outcome.class);
    attempts.forEach((outcome, adder) -> sums.put(outcome, adder.sum()));
    return sums;
  }
}
