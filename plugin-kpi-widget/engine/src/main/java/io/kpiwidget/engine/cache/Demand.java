package io.kpiwidget.engine.cache;

import java.time.Duration;

/**
 * What the asking side accepts (RFC 9111 §5.2.1).
 *
 * @param maxAge no answer that is older
 * @param minFresh none that is fresh for less than this
 * @param checked none that the platform has not confirmed just now: {@code no-cache}
 * @param current none that is stale, be it while a newer one is fetched or because there is none
 * @param stored the platform is not asked: {@code only-if-cached}
 */
public record Demand(
    Duration maxAge, Duration minFresh, boolean checked, boolean current, boolean stored) {

  private static final Duration ANY = Duration.ofSeconds(Long.MAX_VALUE);

  /** Whatever the platform and the policy allow. */
  public static final Demand NONE = new Demand(ANY, Duration.ZERO, false, false, false);

  /** The current answer, or the failure: for who waits, and tells the agent either. */
  public static final Demand CURRENT = new Demand(ANY, Duration.ZERO, false, true, false);

  /** A person wants to see something newer. */
  public static final Demand NEWEST = new Demand(ANY, Duration.ZERO, true, true, false);

  /** The same, but no answer that is older than {@code age}. */
  public Demand within(Duration age) {
    return new Demand(age, minFresh, checked, current, stored);
  }

  /** The same, but none that is fresh for less than {@code time}. */
  public Demand freshFor(Duration time) {
    return new Demand(maxAge, time, checked, current, stored);
  }

  /** What a request's {@code Cache-Control} says. */
  static Demand of(String field) {
    var control = CacheControl.of(field);
    var age = control.seconds("max-age");
    var fresh = control.seconds("min-fresh").orElse(0);
    return new Demand(
        age.isPresent() ? Duration.ofSeconds(age.getAsLong()) : ANY,
        Duration.ofSeconds(fresh),
        control.has("no-cache"),
        false,
        control.has("only-if-cached"));
  }

  /** Whether any fresh answer will do. */
  boolean isModest() {
    return !checked && minFresh.isZero() && maxAge.equals(ANY);
  }

  /** Whether an answer of this age may be handed on although it is stale. */
  boolean allowsStale(Duration age) {
    return !checked && !current && minFresh.isZero() && age.compareTo(maxAge) <= 0;
  }
}
