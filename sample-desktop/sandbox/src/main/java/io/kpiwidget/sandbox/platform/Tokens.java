package io.kpiwidget.sandbox.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The tokens in circulation: opaque, random, bound to one agent. Thread-safe. */
final class Tokens {
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong count = new AtomicLong();
  private final Map<String, AccessToken> byValue = new ConcurrentHashMap<>();
  private final Clock clock;
  private volatile Duration lifetime;

  Tokens(Clock clock, Duration lifetime) {
    this.clock = clock;
    this.lifetime = lifetime;
  }

  AccessToken issue(String subject, Set<String> scopes) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    var value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    var expiresAt = clock.instant().plus(lifetime);
    var token = new AccessToken("t-" + count.incrementAndGet(), value, subject, scopes, expiresAt);
    byValue.values().removeIf(old -> !clock.instant().isBefore(old.expiresAt()));
    byValue.put(value, token);
    return token;
  }

  /** The token behind this value while it is valid. */
  Optional<AccessToken> find(String value) {
    return Optional.ofNullable(byValue.get(value))
        .filter(token -> clock.instant().isBefore(token.expiresAt()));
  }

  void revoke(String subject) {
    byValue.values().removeIf(token -> token.subject().equals(subject));
  }

  Duration lifetime() {
    return lifetime;
  }

  /** For tokens issued from now on. */
  void lifetime(Duration next) {
    lifetime = next;
  }
}
