package io.kpiwidget.engine.cache;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a hit costs: all caches by turns, so that a busy moment is everybody's. */
final class HitCosts {

  private static final int WARM_UPS = 8;
  private static final int ROUNDS = 21;

  private final List<Contestant> contestants;
  private final double[][] nanos;
  private @Nullable Object sink;

  HitCosts(List<Contestant> contestants) {
    this.contestants = contestants;
    this.nanos = new double[contestants.size()][ROUNDS];
  }

  /** The median of each, in their order. */
  List<Double> nanos() throws Exception {
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      for (int i = 0; i < contestants.size(); i++) {
        double cost = round(contestants.get(i));
        if (round >= 0) {
          nanos[i][round] = cost;
        }
      }
    }
    return Arrays.stream(nanos).map(HitCosts::median).toList();
  }

  List<Double> bytes() throws Exception {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var bytes = new ArrayList<Double>();
    for (var contestant : contestants) {
      long before = threads.getCurrentThreadAllocatedBytes();
      round(contestant);
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      bytes.add(tenths(allocated / (double) contestant.round()));
    }
    return bytes;
  }

  // a field keeps what was served alive, or the compiler would leave its allocation out
  private double round(Contestant contestant) throws Exception {
    int calls = contestant.round();
    long start = System.nanoTime();
    for (int call = 0; call < calls; call++) {
      sink = contestant.ask();
    }
    long took = System.nanoTime() - start;
    if (sink == null) {
      throw new IllegalStateException("nothing served");
    }
    return took / (double) calls;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return tenths(values[values.length / 2]);
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
