package io.kpiwidget.sandbox.platform;

import java.time.Instant;
import java.util.Set;

/** A token that was issued; {@code tokenId} may be shown, {@code value} never. */
record AccessToken(
    String tokenId, String value, String subject, Set<String> scopes, Instant expiresAt) {
  @Override
  public String toString() {
    return "AccessToken[" + tokenId + "]";
  }
}
