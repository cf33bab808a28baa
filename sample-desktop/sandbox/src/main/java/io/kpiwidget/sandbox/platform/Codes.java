package io.kpiwidget.sandbox.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Authorization codes: one use within two minutes (RFC 6749 §4.1.2). Thread-safe. */
final class Codes {
  private static final Duration LIFETIME = Duration.ofMinutes(2);

  /** What a code stands for, and what whoever redeems it must know. */
  record Consent(Grant grant, String redirectUri, String challenge) {}

  private record Issued(Consent consent, Instant expiresAt) {}

  private final Map<String, Issued> open = new HashMap<>();
  private final Map<String, Grant> used = new HashMap<>();
  private final Secrets secrets;
  private final Tokens tokens;

  Codes(Secrets secrets, Tokens tokens) {
    this.secrets = secrets;
    this.tokens = tokens;
  }

  synchronized String issue(Consent consent) {
    open.values().removeIf(this::isOver);
    var code = secrets.next();
    open.put(code, new Issued(consent, tokens.now().plus(LIFETIME)));
    return code;
  }

  private boolean isOver(Issued code) {
    return !tokens.now().isBefore(code.expiresAt);
  }

  /**
   * Uses the code up, whatever else is wrong with the request. A second use ends what the first one
   * gave: the code has leaked (RFC 6749 §10.5).
   */
  synchronized Optional<Consent> redeem(String code) {
    Optional.ofNullable(used.get(code)).ifPresent(tokens::end);
    var found = Optional.ofNullable(open.remove(code)).filter(issued -> !isOver(issued));
    found.ifPresent(issued -> used.put(code, issued.consent.grant()));
    return found.map(Issued::consent);
  }
}
