package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.cache.Served.Way;
import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.Row;
import io.kpiwidget.engine.platform.SafeLog;
import io.kpiwidget.engine.platform.Time;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * One agent's answers, in memory only. It sits above the question, because POST with {@code
 * If-None-Match} is outside HTTP caching, and because a body that did not change must cost neither
 * a parse nor a repaint. Any thread; {@link #ask} may block.
 */
public final class AnswerCache {

  private static final Logger log = SafeLog.of(AnswerCache.class);

  private final Time time;
  private final Executor background;
  private final Meter meter = new Meter();
  private final Fetch fetch;
  private final Stock stock;
  private final Map<QueryKey, Flight> flights = new ConcurrentHashMap<>();

  /**
   * A question.
   *
   * @param key keep it with the question: a lookup with a ready one costs next to nothing
   */
  public record Question(
      QueryKey key, HttpCall call, RowReader reader, Terms terms, Demand demand) {}

  /** Parses an answer's body. */
  @FunctionalInterface
  public interface RowReader {
    List<Row> read(HttpAnswer answer) throws PlatformException;
  }

  /** {@code background} runs refreshes that nobody waits for; its owner ends it. */
  public AnswerCache(Time time, Platform platform, Executor background) {
    this(time, platform, background, new Random(), Storable.FIGURES);
  }

  AnswerCache(
      Time time,
      Platform platform,
      Executor background,
      RandomGenerator random,
      Storable storable) {
    this.time = time;
    this.background = background;
    this.fetch = new Fetch(time, platform, meter);
    this.stock = new Stock(time, random, storable, meter);
  }

  /**
   * A fresh answer at once, or a stale one where the demand allows; else the platform's, asked once
   * for all who ask together. Blocks for 15 s at most, for 10 s where somebody else has asked.
   */
  public CachedAnswer ask(Question question) throws PlatformException {
    var entry = stock.find(question);
    if (entry != null && question.demand().isModest()) {
      long age = entry.freshAge(question.terms(), time);
      if (age >= 0) {
        meter.ages.add(age);
        return hit(entry);
      }
    }
    var answer = entry == null ? asked(question, null) : decided(question, entry);
    meter.ages.add(answer.age(time).toNanos());
    return answer;
  }

  private CachedAnswer decided(Question question, Entry entry) throws PlatformException {
    return switch (decision(question, entry)) {
      case SERVE -> hit(entry);
      case SERVE_AND_REFRESH -> stale(question, entry);
      case ASK -> asked(question, entry);
    };
  }

  private Decision decision(Question question, Entry entry) {
    return Decision.of(entry.age(time), entry.times(question.terms()), question.demand());
  }

  private CachedAnswer hit(Entry entry) {
    meter.hit();
    return entry.hit();
  }

  private CachedAnswer stale(Question question, Entry entry) {
    refresh(question, entry);
    meter.stale.increment();
    return new CachedAnswer(entry, Served.STALE);
  }

  private CachedAnswer asked(Question question, @Nullable Entry entry) throws PlatformException {
    long started = stock.generation();
    try {
      var setback = stock.setback(question);
      if (setback != null) {
        throw setback;
      }
      if (question.demand().stored()) {
        throw new Unreachable("not stored, and not to be asked for", null);
      }
      return flown(question, entry);
    } catch (Unreachable | RateLimited e) {
      return instead(question, e, started);
    }
  }

  private CachedAnswer instead(Question question, PlatformException failure, long started)
      throws PlatformException {
    // not what was found at first: it may have been dropped since
    var entry = started == stock.generation() ? stock.find(question) : null;
    // RFC 5861 speaks of failures; that a limit is one is our policy, not the platform's
    boolean counts = failure instanceof Unreachable || question.terms().policy() != Policy.HONOUR;
    if (entry == null || !counts || !standsIn(question, entry)) {
      throw failure;
    }
    meter.stale.increment();
    return new CachedAnswer(entry, Served.IN_PLACE);
  }

  private boolean standsIn(Question question, Entry entry) {
    var times = entry.times(question.terms());
    return Decision.standsIn(entry.age(time), times, question.demand());
  }

  private CachedAnswer flown(Question question, @Nullable Entry entry) throws PlatformException {
    var mine = new Flight(question.call(), stock.generation());
    var first = first(question.key(), mine);
    if (!first.serves(question.call())) {
      return fly(question, mine);
    }
    // a refresh that still waits for a thread is not waited for
    if (first.begin()) {
      return lead(question, entry, first);
    }
    meter.coalesced.increment();
    return first.await(Flight.LONGEST_WAIT).shared();
  }

  // the one that all wait for; one from before everything was dropped will land nowhere
  private Flight first(QueryKey key, Flight mine) {
    return flights.merge(
        key, mine, (theirs, own) -> theirs.generation() == own.generation() ? theirs : own);
  }

  private CachedAnswer lead(Question question, @Nullable Entry before, Flight flight)
      throws PlatformException {
    try {
      var answer = landedMeanwhile(question, before);
      var led = answer == null ? fly(question, flight) : answer;
      flight.land(led);
      return led;
    } catch (PlatformException | RuntimeException e) {
      flight.fail(e);
      throw e;
    } finally {
      end(question, flight);
    }
  }

  // between our look and our start somebody else's flight may have ended
  private @Nullable CachedAnswer landedMeanwhile(Question question, @Nullable Entry before) {
    var now = stock.find(question);
    if (now == null || now == before || decision(question, now) != Decision.SERVE) {
      return null;
    }
    return hit(now);
  }

  private void end(Question question, Flight flight) {
    flights.remove(question.key(), flight);
    flight.abandon(); // where its thread died
  }

  private void refresh(Question question, Entry entry) {
    var flight = new Flight(question.call(), stock.generation());
    if (stock.setback(question) != null || first(question.key(), flight) != flight) {
      return;
    }
    try {
      background.execute(() -> refreshNow(question, entry, flight));
    } catch (RejectedExecutionException e) {
      log.debug("closed: nothing is refreshed");
      end(question, flight);
    }
  }

  private void refreshNow(Question question, Entry entry, Flight flight) {
    if (!flight.begin()) {
      return;
    }
    try {
      lead(question, entry, flight);
    } catch (PlatformException e) {
      log.debug("not refreshed: {}", e.getMessage());
    }
  }

  // what is kept is looked up after the flight got its generation: what was dropped is not revived
  private CachedAnswer fly(Question question, Flight flight) throws PlatformException {
    var entry = stock.find(question);
    try {
      var way = way(question, entry);
      var came = fetch.fetch(question, entry);
      boolean stored = stock.land(question, came.entry(), flight.generation());
      return new CachedAnswer(came.entry(), new Served(way, came.status(), stored, false));
    } catch (PlatformException e) {
      stock.fail(question, e, flight.generation());
      throw e;
    }
  }

  private Way way(Question question, @Nullable Entry entry) {
    if (entry == null) {
      return stock.hasVariants(question) ? Way.VARY_MISS : Way.MISS;
    }
    boolean fresh = entry.age(time).compareTo(entry.times(question.terms()).fresh()) < 0;
    return fresh ? Way.DEMANDED : Way.EXPIRED;
  }

  /** Forgets the answers to one question, which something may have changed (RFC 9111 §4.4). */
  void invalidate(QueryKey key) {
    stock.invalidate(key);
  }

  /** Forgets every answer, as after a refusal that concerns them all; refusals are remembered. */
  public void purge() {
    stock.purge();
  }

  /** Forgets everything; answers under way are dropped when they come. */
  public void wipe() {
    stock.wipe();
  }

  /** What it did so far. */
  public CacheCounts counts() {
    return stock.counts();
  }
}
