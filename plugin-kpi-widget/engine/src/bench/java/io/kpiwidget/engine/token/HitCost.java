package io.kpiwidget.engine.token;

import com.sun.management.ThreadMXBean;
import io.kpiwidget.engine.platform.Time;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a call costs while there is nothing to do, by the system's own clock. */
final class HitCost {

  private static final int WARM_UPS = 4;
  private static final int ROUNDS = 9;
  private static final int CALLS = 2_000_000;

  private final Contestant contestant;
  private @Nullable Object sink;

  private HitCost(Contestant contestant) {
    this.contestant = contestant;
  }

  static Map<Figure, Number> of(Contestant.Maker maker) throws Exception {
    var cost = new HitCost(maker.in(today()));
    for (int round = 0; round < WARM_UPS; round++) {
      cost.call();
    }
    return Map.of(Figure.HIT_NANOS, cost.nanos(), Figure.HIT_BYTES, cost.bytes());
  }

  private static World today() {
    long start = System.nanoTime();
    var server = new Server(() -> Duration.ofNanos(System.nanoTime() - start), Duration.ofHours(1));
    return new World(
        new Time(Clock.systemUTC(), System::nanoTime),
        (delay, work) -> () -> {},
        server,
        new Random(1));
  }

  private double nanos() throws Exception {
    var rounds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      call();
      rounds[round] = (System.nanoTime() - start) / (double) CALLS;
    }
    Arrays.sort(rounds);
    return tenths(rounds[ROUNDS / 2]);
  }

  private double bytes() throws Exception {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    call();
    return tenths((threads.getCurrentThreadAllocatedBytes() - before) / (double) CALLS);
  }

  // a field keeps what was served alive, or the compiler would leave its allocation out
  private void call() throws Exception {
    for (int call = 0; call < CALLS; call++) {
      sink = contestant.serve();
    }
    if (sink == null) {
      throw new IllegalStateException("nothing served");
    }
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
