package io.kpiwidget.engine.token;

import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.platform.TokenGrant;
import java.time.Duration;

/** A token that was granted, and its age. Immutable; asking it allocates nothing. */
final class HeldToken {

  private final SecretValue value;
  private final long sentMillis;
  private final long sentNanos;
  private final long refreshAt;
  private final long refuseAt;
  private final long end;

  HeldToken(TokenGrant grant, TokenLife life) {
    value = grant.token();
    sentMillis = grant.sent().wall().toEpochMilli();
    sentNanos = grant.sent().nanos();
    refreshAt = life.refreshAt().toMillis();
    refuseAt = life.refuseAt().toMillis();
    end = grant.lifetime().toMillis();
  }

  SecretValue value() {
    return value;
  }

  boolean is(SecretValue other) {
    return value.equals(other);
  }

  /**
   * Milliseconds since the request for it left, by the hand that says more: sleep stops the one,
   * somebody who sets the clock turns back the other.
   */
  long age(Time time) {
    long steady = (time.nanos().getAsLong() - sentNanos) / 1_000_000;
    return Math.max(0, Math.max(steady, time.clock().millis() - sentMillis));
  }

  boolean isFresh(long age) {
    return age < refreshAt;
  }

  boolean isAlive(long age) {
    return age < refuseAt;
  }

  /** Whether its time is not over yet: better than none, when there is no other. */
  boolean isLastResort(long age) {
    return age < end;
  }

  Duration untilDue(long age) {
    return Duration.ofMillis(Math.max(0, refreshAt - age));
  }

  /** How long it is good for. */
  Duration untilEnd(long age) {
    return Duration.ofMillis(Math.max(0, end - age));
  }
}
