package io.kpiwidget.engine.cache;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.LongStream;

/** How old answers were when they were handed on. Any thread. */
final class Ages {

  private static final long SECOND = 1_000_000_000L;
  private static final long[] BELOW = {
    5 * SECOND, 15 * SECOND, 30 * SECOND, 60 * SECOND, 300 * SECOND
  };

  private final AtomicLongArray counts = new AtomicLongArray(BELOW.length + 1);

  // plain, as the count of hits is: of two at the same moment one may be lost
  void add(long nanos) {
    int at = 0;
    while (at < BELOW.length && nanos >= BELOW[at]) {
      at++;
    }
    counts.setPlain(at, counts.getPlain(at) + 1);
  }

  /** Below 5, 15, 30, 60 and 300 s, and the rest. */
  List<Long> counts() {
    return LongStream.range(0, counts.length()).mapToObj(at -> counts.get((int) at)).toList();
  }
}
