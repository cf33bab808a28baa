package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.cache.AnswerCache.Question;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.Time;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What is kept: answers, and why there are none. A generation fences it: what was asked before all
 * was dropped lands nowhere. Any thread.
 */
final class Stock {

  private final Time time;
  private final RandomGenerator random;
  private final Storable storable;
  private final Meter meter;
  private final Shelf shelf = new Shelf();
  private final Map<QueryKey, Setback> setbacks = new ConcurrentHashMap<>();
  private final Object fence = new Object();
  private final AtomicLong generation = new AtomicLong();

  Stock(Time time, RandomGenerator random, Storable storable, Meter meter) {
    this.time = time;
    this.random = random;
    this.storable = storable;
    this.meter = meter;
  }

  long generation() {
    return generation.get();
  }

  /** The answer, fresh or not; null when there is none. */
  @Nullable Entry find(Question question) {
    return shelf.find(question.key(), question.call());
  }

  /** Whether there is one that was chosen by other fields of a request. */
  boolean hasVariants(Question question) {
    return shelf.has(question.key());
  }

  /** Why the question is not put now; null when it may be. */
  @Nullable PlatformException setback(Question question) {
    var setback = setbacks.get(question.key());
    return setback != null && setback.answers(question.demand(), time) ? setback.failure() : null;
  }

  /** Keeps what was asked for in generation {@code started}, if it may be kept; whether it was. */
  boolean land(Question question, Entry entry, long started) throws Unreachable {
    synchronized (fence) {
      if (started != generation.get()) {
        throw new Unreachable("the answer came after everything was dropped", null);
      }
      setbacks.remove(question.key());
      return store(question, entry);
    }
  }

  private boolean store(Question question, Entry entry) {
    if (!storable.test(entry.head(), question.terms().policy())) {
      shelf.remove(question.key()); // what it would have replaced holds no more
      return false;
    }
    boolean stored = shelf.put(question.key(), entry);
    if (!stored) {
      meter.oversize.increment();
    }
    return stored;
  }

  /** Notes why what was asked in generation {@code started} has no answer. */
  void fail(Question question, PlatformException failure, long started) {
    if (failure instanceof RateLimited) {
      meter.limited.increment();
    }
    synchronized (fence) {
      if (started != generation.get()) {
        return; // it says nothing about who asks now
      }
      if (failure instanceof NotPermitted || failure instanceof SignInRequired) {
        purge(question.key());
      }
      note(question.key(), failure);
    }
  }

  private void note(QueryKey key, PlatformException failure) {
    Setback.of(failure, time.now(), setbacks.get(key), random.nextDouble())
        .ifPresent(setback -> setbacks.put(key, setback));
    if (setbacks.size() > Shelf.MOST_KEYS) {
      setbacks.values().removeIf(setback -> setback.isOver(time));
    }
  }

  // whoever may not see one answer may not see the others for certain
  private void purge(QueryKey of) {
    generation.incrementAndGet();
    meter.purges.increment();
    shelf.removeAll(of.subject());
    setbacks.keySet().removeIf(key -> key.subject().equals(of.subject()));
  }

  void invalidate(QueryKey key) {
    shelf.remove(key);
  }

  /** Drops every answer. */
  void purge() {
    synchronized (fence) {
      generation.incrementAndGet();
      meter.purges.increment();
      shelf.clear();
    }
  }

  /** Drops everything. */
  void wipe() {
    synchronized (fence) {
      generation.incrementAndGet();
      setbacks.clear();
      shelf.clear();
    }
  }

  CacheCounts counts() {
    return meter.with(shelf);
  }
}
