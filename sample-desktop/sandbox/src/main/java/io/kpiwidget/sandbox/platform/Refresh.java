package io.kpiwidget.sandbox.platform;

import java.util.Map;

/** A refresh token against new tokens (RFC 6749 §6), rotated each time. */
record Refresh(RefreshTokens refreshTokens) implements TokenEndpoint.GrantType {
  @Override
  public TokenEndpoint.Allowed check(Call call) {
    Client.requirePublic(call);
    var value =
        call.parameter("refresh_token")
            .orElseThrow(() -> Refusal.oauth(400, "invalid_request", "refresh_token is missing"));
    // a wrong scope must not cost the agent their session, so it is looked at before the use
    refreshTokens.find(value).ifPresent(family -> Scopes.granted(family.scopes(), call));
    var grant =
        refreshTokens
            .use(value)
            .orElseThrow(
                () ->
                    Refusal.oauth(
                        400, "invalid_grant", "The refresh token is unknown, used or revoked"));
    // fewer scopes are for the access token alone
    return new TokenEndpoint.Allowed(
        grant.as(grant.subject(), Scopes.granted(grant.scopes(), call)),
        Map.of("refresh_token", refreshTokens.issue(grant)));
  }
}
