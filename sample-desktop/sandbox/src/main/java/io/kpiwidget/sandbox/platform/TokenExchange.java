package io.kpiwidget.sandbox.platform;

import java.util.Map;

/**
 * The broker's grant (RFC 8693): a desktop session's token against one for the analytics API. No
 * client secret, and never a refresh token: the session is what lasts.
 */
record TokenExchange(DesktopSessions sessions) implements TokenEndpoint.GrantType {
  static final String NAME = "urn:ietf:params:oauth:grant-type:token-exchange";
  static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  /** The one API that tokens are for. */
  static final String AUDIENCE = "analytics-api";

  @Override
  public TokenEndpoint.Allowed check(Call call) {
    require(call.parameter("subject_token_type").orElse(""), "subject_token_type");
    require(call.parameter("requested_token_type").orElse(ACCESS_TOKEN), "requested_token_type");
    if (!call.parameter("audience").orElse(AUDIENCE).equals(AUDIENCE)) {
      throw Refusal.oauth(400, "invalid_target", "audience is " + AUDIENCE);
    }
    // RFC 8693 §2.2.2: invalid_request, whatever is wrong with a subject token
    var session =
        call.parameter("subject_token")
            .flatMap(sessions::find)
            .orElseThrow(
                () ->
                    Refusal.oauth(
                        400, "invalid_request", "subject_token is of no session, or it has ended"));
    return new TokenEndpoint.Allowed(
        session.as(session.subject(), Scopes.granted(session.scopes(), call)),
        Map.of("issued_token_type", ACCESS_TOKEN));
  }

  private static void require(String type, String parameter) {
    if (!type.equals(ACCESS_TOKEN)) {
      throw Refusal.oauth(400, "invalid_request", parameter + " is " + ACCESS_TOKEN);
    }
  }
}
