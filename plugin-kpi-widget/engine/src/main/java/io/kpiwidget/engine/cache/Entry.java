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

  /** A machine that slept is noticed so soon. To ask both clocks each time would double a hit. */
  private static final long BLINK = 10_000_000;

  private final Content content;
  private final HttpAnswer head;
  private final Vary vary;
  private final Terms terms;
  private final Times times;
  private final Duration ageWhenAsked;

  // the same in the units of the clocks: a hit allocates nothing
  private final long sentMillis;
  private final long sentNanos;
  private final long agedNanos;
  private final long freshNanos;
  private final boolean varies;

  private final CachedAnswer hit = new CachedAnswer(this, Served.HIT);

  // not volatile: who sees an older look is wrong by a blink
  private long seenNanos;
  private long behindNanos;

  private Entry(Content content, HttpAnswer head, Arrival arrival, Terms terms) {
    this.content = content;
    this.head = head;
    this.vary = arrival.vary();
    this.terms = terms;
    this.times = Lifetime.of(head, terms.policy(), terms.times());
    this.ageWhenAsked = Lifetime.ageWhenAsked(arrival.answer(), arrival.delay());
    this.sentMillis = head.sent().wall().toEpochMilli();
    this.sentNanos = head.sent().nanos();
    this.agedNanos = ageWhenAsked.toNanos();
    this.freshNanos = times.fresh().minus(ageWhenAsked).toNanos();
    this.varies = !vary.values().isEmpty();
    this.seenNanos = sentNanos - BLINK;
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
    return !varies || vary.matches(call);
  }

  /** The one object that every hit hands on. */
  CachedAnswer hit() {
    return hit;
  }

  /**
   * Its age in nanoseconds while it is fresh by its own terms; below 0 when it is not. The larger
   * of two hands counts (see {@link Time}); the wall clock is looked at once in a {@link #BLINK}.
   */
  long freshAge(Terms asked, Time time) {
    long now = time.nanos().getAsLong();
    if (now - seenNanos >= BLINK) {
      look(now, time);
    }
    long here = now - sentNanos + behindNanos;
    return asked.equals(terms) && here < freshNanos ? Math.max(0, agedNanos + here) : -1;
  }

  Duration age(Time time) {
    long now = time.nanos().getAsLong();
    return ageWhenAsked.plusNanos(Math.max(0, now - sentNanos + behind(now, time)));
  }

  private void look(long now, Time time) {
    behindNanos = behind(now, time);
    seenNanos = now;
  }

  // how much more the wall clock has gone than the monotonic one
  private long behind(long now, Time time) {
    long wall = (time.clock().millis() - sentMillis) * 1_000_000;
    return Math.max(0, wall - (now - sentNanos));
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

  /** When it was last looked at, by the monotonic hand, within a {@link #BLINK}. */
  long used() {
    return seenNanos;
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
