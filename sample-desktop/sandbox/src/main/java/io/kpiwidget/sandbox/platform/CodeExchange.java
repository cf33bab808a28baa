package io.kpiwidget.sandbox.platform;

import java.util.Map;

/** A public client redeems an authorization code with its verifier (RFC 6749 §4.1.3, RFC 7636). */
record CodeExchange(Codes codes, RefreshTokens refreshTokens) implements TokenEndpoint.GrantType {
  @Override
  public TokenEndpoint.Allowed check(Call call) {
    Client.requirePublic(call);
    var verifier = required(call, "code_verifier");
    var redirectUri = required(call, "redirect_uri");
    var grant =
        codes
            .redeem(required(call, "code"))
            .filter(consent -> consent.redirectUri().equals(redirectUri))
            .filter(consent -> consent.challenge().equals(Secrets.challenge(verifier)))
            .orElseThrow(
                () ->
                    Refusal.oauth(
                        400,
                        "invalid_grant",
                        "The code is unknown, used or over, or the request does not fit it"))
            .grant();
    return new TokenEndpoint.Allowed(grant, Map.of("refresh_token", refreshTokens.issue(grant)));
  }

  private static String required(Call call, String name) {
    return call.parameter(name)
        .orElseThrow(() -> Refusal.oauth(400, "invalid_request", name + " is missing"));
  }
}
