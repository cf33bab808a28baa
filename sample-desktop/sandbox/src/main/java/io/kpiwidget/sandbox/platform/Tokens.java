package io.kpiwidget.sandbox.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The access tokens in circulation: opaque, random, each on a grant. Thread-safe. */
final class Tokens {
  private final AtomicLong count = new AtomicLong();
  private final Map<String, AccessToken> byValue = new ConcurrentHashMap<>();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final Secrets secrets;
  private final Clock clock;
  private volatile Duration lifetime;

  Tokens(Secrets secrets, Clock clock, Duration lifetime) {
    this.secrets = secrets;
    this.clock = clock;
    this.lifetime = lifetime;
  }

  /** One that lives as long as tokens do now. */
  AccessToken issue(Grant grant) {
    return issue(grant, clock.instant().plus(lifetime));
  }

  /** One that lives until its grant ends. */
  AccessToken issueUnlimited(Grant grant) {
    return issue(grant, Instant.MAX);
  }

  private AccessToken issue(Grant grant, Instant expiresAt) {
    byValue.values().removeIf(this::isOver);
    var token = new AccessToken("t-" + count.incrementAndGet(), secrets.next(), grant, expiresAt);
    byValue.put(token.value(), token);
    return token;
  }

  private boolean isOver(AccessToken token) {
    return isOver(token.grant()) || !clock.instant().isBefore(token.expiresAt());
  }

  boolean isOver(Grant grant) {
    return ended.contains(grant.id());
  }

  /** The token behind this value while it is valid. */
  Optional<AccessToken> find(String value) {
    return Optional.ofNullable(byValue.get(value)).filter(token -> !isOver(token));
  }

  void revoke(AccessToken token) {
    byValue.remove(token.value());
  }

  /** Those for {@code subject}; a desktop's session is not the platform's to end. */
  void revokeFor(String subject) {
    byValue
        .values()
        .removeIf(
            token ->
                token.grant().subject().equals(subject) && !token.expiresAt().equals(Instant.MAX));
  }

  /** Ends all that stand on this grant, and what a request on its way may still get for it. */
  void end(Grant grant) {
    ended.add(grant.id());
    byValue.values().removeIf(this::isOver);
  }

  Instant now() {
    return clock.instant();
  }

  Duration lifetime() {
    return lifetime;
  }

  /** For tokens issued from now on. */
  void lifetime(Duration next) {
    lifetime = next;
  }
}
