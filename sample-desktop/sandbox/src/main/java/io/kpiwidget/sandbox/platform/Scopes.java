package io.kpiwidget.sandbox.platform;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The scopes there are (RFC 6749 §3.3). */
final class Scopes {
  static final Set<String> ALL = Set.of("analytics:view", "user:read", "oauth:client:manage");

  private Scopes() {}

  /**
   * The scopes in {@code asked}, or {@code most} when none are asked for; empty for one too many.
   */
  static Optional<Set<String>> within(Set<String> most, Optional<String> asked) {
    Set<String> scopes =
        asked
            .<Set<String>>map(text -> new TreeSet<>(Arrays.asList(text.trim().split(" +"))))
            .orElse(most);
    return most.containsAll(scopes) ? Optional.of(scopes) : Optional.empty();
  }

  /** As {@link #within}, refusing with the error of a token endpoint. */
  static Set<String> granted(Set<String> most, Call call) {
    return within(most, call.parameter("scope"))
        .orElseThrow(
            () -> Refusal.oauth(400, "invalid_scope", "Scopes are " + new TreeSet<>(most)));
  }
}
