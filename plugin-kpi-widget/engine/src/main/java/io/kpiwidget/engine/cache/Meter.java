package io.kpiwidget.engine.cache;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts. Any thread. */
final class Meter {

  private final AtomicLong hits = new AtomicLong();
  final Ages ages = new Ages();
  final LongAdder stale = new LongAdder();
  final LongAdder coalesced = new LongAdder();
  final LongAdder confirmed304 = new LongAdder();
  final LongAdder confirmed412 = new LongAdder();
  final LongAdder limited = new LongAdder();
  final LongAdder purges = new LongAdder();
  final LongAdder oversize = new LongAdder();
  final LongAdder parses = new LongAdder();

  // plain: a fence would cost more than the rest; of two at the same moment one may be lost
  void hit() {
    hits.setPlain(hits.getPlain() + 1);
  }

  void confirmed(int status) {
    (status == 304 ? confirmed304 : confirmed412).increment();
  }

  CacheCounts with(Shelf shelf) {
    return new CacheCounts(
        hits.get(),
        stale.sum(),
        coalesced.sum(),
        confirmed304.sum(),
        confirmed412.sum(),
        limited.sum(),
        purges.sum(),
        oversize.sum(),
        parses.sum(),
        ages.counts(),
        shelf.bytes(),
        shelf.keys());
  }
}
