package io.kpiwidget.sandbox.platform;

import java.util.Set;
import java.util.UUID;

/**
 * What was allowed once, by a sign-in or by the client's credentials. Every token that stands on it
 * carries its {@code id}, so that they end together.
 *
 * @param subject on whose behalf; empty when there is no agent in it
 */
record Grant(String id, String subject, Set<String> scopes) {
  Grant {
    scopes = Set.copyOf(scopes);
  }

  static Grant to(String subject, Set<String> scopes) {
    return new Grant(UUID.randomUUID().toString(), subject, scopes);
  }

  /** The same for another agent or for fewer scopes, ending with this one. */
  Grant as(String other, Set<String> fewer) {
    return new Grant(id, other, fewer);
  }
}
