package io.kpiwidget.sandbox.platform;

import java.time.Instant;

/** A token that was issued; {@code tokenId} may be shown, {@code value} never. */
record AccessToken(String tokenId, String value, Grant grant, Instant expiresAt) {
  @Override
  public String toString() {
    return "AccessToken[" + tokenId + "]";
  }
}
