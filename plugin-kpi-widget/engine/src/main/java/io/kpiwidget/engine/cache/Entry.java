package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.cache.Freshness.Times;
import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Time;
import java.time.Duration;
import java.util.Optional;

/** An answer with what is needed to tell how old it is and to ask whether it still holds. */
final class Entry {

  private static final int OVERHEAD = 600;

  private final Content content;
  private final HttpAnswer head;
  private final Vary vary;
  private final Terms terms;
  private final Times times;
  private final Duration ageWhenAsked;

  // the same in the units of the clocks: a hit allocates nothing
  private final long sentMillis;
  private final long sentNanos;
  private final long freshNanos;

  private final CachedAnswer hit = new CachedAnswer(this, Served.HIT);

  private long used; // not volatile: which answer is dropped first need not be exact

  private Entry(Content content, HttpAnswer head, Arrival arrival, Terms terms) {
    this.content = content;
    this.head = head;
    this.vary = arrival.vary();
    this.terms = terms;
    this.times = Lifetime.of(head, terms.policy(), terms.times());
    this.ageWhenAsked = Lifetime.ageWhenAsked(arrival.answer(), arrival.delay());
    this.sentMillis = head.sent().wall().toEpochMilli();
    this.sentNanos = head.sent().nanos();
    this.freshNanos = times.fresh().minus(ageWhenAsked).toNanos();
    this.used = sentNanos;
  }

  static Entry of(Content content, Arrival arrival, Terms terms) {
    return new Entry(content, arrival.head(), arrival, terms);
  }

  /** The same content, of which the platform says that it holds still. */
  Entry confirmed(Arrival arrival, Terms by) {
    return new Entry(content, arrival.confirming(head), arrival, by);
  }

  Content content() {
    return content;
  }

  /** Without a body. */
  HttpAnswer head() {
    return head;
  }

  Optional<String> etag() {
    return ETags.sendable(head);
  }

  Vary vary() {
    return vary;
  }

  boolean answers(HttpCall call) {
    return vary.matches(call);
  }

  /** The one object that every hit hands on. */
  CachedAnswer hit() {
    return hit;
  }

  /** Whether it is fresh by its own terms. The larger of two hands counts: see {@link Time}. */
  boolean isFresh(Terms asked, Time time) {
    return asked.equals(terms) && since(time) < freshNanos;
  }

  Duration age(Time time) {
    return ageWhenAsked.plusNanos(since(time));
  }

  private long since(Time time) {
    long now = time.nanos().getAsLong();
    used = now;
    long wall = (time.clock().millis() - sentMillis) * 1_000_000;
    return Math.max(0, Math.max(now - sentNanos, wall));
  }

  /** The times by the terms of who asks, which may not be those of who asked first. */
  Times times(Terms asked) {
    return asked.equals(terms) ? times : Lifetime.of(head, asked.policy(), asked.times());
  }

  Times times() {
    return times;
  }

  /** Whether the platform lets it stand in for a failure now. */
  boolean mayStandIn(Time time) {
    return age(time).compareTo(times.expiry()) < 0;
  }

  /** When it was last looked at, by the monotonic hand. */
  long used() {
    return used;
  }

  /** The bytes it takes in memory, roughly. */
  int size() {
    int fields =
        head.headers().entrySet().stream()
            .mapToInt(field -> field.getKey().length() + field.getValue().length() + 100)
            .sum();
    return OVERHEAD + fields + content.size();
  }
}
