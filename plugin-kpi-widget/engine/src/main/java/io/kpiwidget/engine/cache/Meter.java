package io.kpiwidget.engine.cache;

import java.util.concurrent.atomic.LongAdder;

/** Counts. Any thread. */
final class Meter {

  final LongAdder hits = new LongAdder();
  final LongAdder stale = new LongAdder();
  final LongAdder coalesced = new LongAdder();
  final LongAdder confirmed304 = new LongAdder();
  final LongAdder confirmed412 = new LongAdder();
  final LongAdder limited = new LongAdder();
  final LongAdder purges = new LongAdder();
  final LongAdder oversize = new LongAdder();
  final LongAdder parses = new LongAdder();

  void confirmed(int status) {
    (status == 304 ? confirmed304 : confirmed412).increment();
  }

  CacheCounts with(Shelf shelf) {
    return new CacheCounts(
        hits.sum(),
        stale.sum(),
        coalesced.sum(),
        confirmed304.sum(),
        confirmed412.sum(),
        limited.sum(),
        purges.sum(),
        oversize.sum(),
        parses.sum(),
        shelf.bytes(),
        shelf.keys());
  }
}
