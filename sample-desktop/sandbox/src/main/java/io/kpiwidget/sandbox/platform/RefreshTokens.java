package io.kpiwidget.sandbox.platform;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refresh tokens of public clients: each is good for one use, and a second use ends the whole
 * family with its access tokens, because one of the two users is a thief (RFC 9700 §4.14.2).
 * Thread-safe.
 */
final class RefreshTokens {
  private final Map<String, Grant> families = new ConcurrentHashMap<>();
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final Secrets secrets;
  private final Tokens tokens;

  RefreshTokens(Secrets secrets, Tokens tokens) {
    this.secrets = secrets;
    this.tokens = tokens;
  }

  String issue(Grant family) {
    var value = secrets.next();
    families.put(value, family);
    return value;
  }

  /** The family of this value while that lasts, without using the value. */
  Optional<Grant> find(String value) {
    return Optional.ofNullable(families.get(value)).filter(family -> !tokens.isOver(family));
  }

  /** Uses the value up; empty when it is unknown, of an ended family, or was used before. */
  Optional<Grant> use(String value) {
    var family = find(value);
    if (family.isPresent() && !used.add(value)) {
      tokens.end(family.get());
    }
    return family.filter(one -> !tokens.isOver(one));
  }
}
