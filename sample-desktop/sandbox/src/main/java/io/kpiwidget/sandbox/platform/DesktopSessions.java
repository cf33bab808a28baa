package io.kpiwidget.sandbox.platform;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is signed in at a desktop. The session's token is the desktop's own: the API takes it as the
 * agent's, and a broker takes it as the subject token of an exchange. Whatever was exchanged for it
 * ends with the session. Thread-safe.
 */
final class DesktopSessions {
  private final Map<String, Grant> byToken = new ConcurrentHashMap<>();
  private final Tokens tokens;

  DesktopSessions(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The token of a new session beside those that the agent has. */
  String open(String agent) {
    var grant = Grant.to(agent, Scopes.ALL);
    var token = tokens.issueUnlimited(grant).value();
    byToken.put(token, grant);
    return token;
  }

  /** Ends all sessions of this agent. */
  void close(String agent) {
    byToken
        .values()
        .removeIf(
            grant -> {
              var ends = grant.subject().equals(agent);
              if (ends) {
                tokens.end(grant);
              }
              return ends;
            });
  }

  /** The session behind this token. */
  Optional<Grant> find(String token) {
    return tokens.find(token).isPresent()
        ? Optional.ofNullable(byToken.get(token))
        : Optional.empty();
  }
}
