package io.kpiwidget.engine.platform;

import java.net.URI;
import java.util.List;

/** Guide §1: a token for {@code agentId} by the client's own credentials. */
public record TokenRequest(
    URI url, String clientId, SecretValue clientSecret, List<String> scopes, String agentId) {

  public TokenRequest {
    scopes = List.copyOf(scopes);
  }
}
