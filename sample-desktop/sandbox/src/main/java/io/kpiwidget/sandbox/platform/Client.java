package io.kpiwidget.sandbox.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** The registered client that keeps a secret, and the id of the one that cannot. */
record Client(String id, String secret) {
  /** Registered for sign-in in the agent's own browser (RFC 8252 §8.4). */
  static final String PUBLIC = "kpi-widget-public";

  /** Whether the header holds this client's credentials (Basic, RFC 6749 §2.3.1). */
  boolean is(String authorization) {
    var credentials =
        Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return MessageDigest.isEqual(
        ("Basic " + credentials).getBytes(StandardCharsets.UTF_8),
        authorization.getBytes(StandardCharsets.UTF_8));
  }

  static void requirePublic(Call call) {
    if (!call.parameter("client_id").orElse("").equals(PUBLIC)) {
      throw Refusal.oauth(401, "invalid_client", "client_id is not a public client");
    }
  }

  @Override
  public String toString() {
    return "Client[" + id + "]";
  }
}
