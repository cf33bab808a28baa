package io.kpiwidget.sandbox.platform;

import java.util.Map;

/**
 * {@code POST /v2/oauth/revoke} (RFC 7009). Whoever has a token may end it, so that a public client
 * and one behind a broker can, too; credentials that are sent must be right.
 */
record Revocation(Client client, Tokens tokens, RefreshTokens refreshTokens) implements Endpoint {
  @Override
  public Reply answer(Call call) {
    call.requireForm();
    if (call.header("authorization").filter(sent -> !client.is(sent)).isPresent()) {
      throw Refusal.oauth(401, "invalid_client", "The client or its secret is wrong");
    }
    var value =
        call.parameter("token")
            .orElseThrow(() -> Refusal.oauth(400, "invalid_request", "token is missing"));
    refreshTokens.find(value).ifPresent(tokens::end);
    tokens.find(value).ifPresent(tokens::revoke);
    // RFC 7009 §2.2: an unknown token is not an error, its purpose is fulfilled
    return new Reply(200, Map.of("Cache-Control", "no-store"), "");
  }
}
