package io.kpiwidget.sandbox.platform;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;

import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/** Who gets which token and for how long: the routes below {@code /v2/oauth}. */
final class AuthorizationServer {
  private final TokenEndpoint token;
  private final Authorize authorize;
  private final Revocation revocation;

  /** Of whom and for whom there are tokens. */
  record Parties(Client client, People people, Subjects subjects, DesktopSessions sessions) {}

  AuthorizationServer(Parties parties, Secrets secrets, Tokens tokens, Supplier<URI> issuer) {
    var refreshTokens = new RefreshTokens(secrets, tokens);
    var codes = new Codes(secrets, tokens);
    Map<String, TokenEndpoint.GrantType> types =
        Map.of(
            "client_credentials",
            new ClientCredentials(parties.client, parties.people, parties.subjects),
            TokenExchange.NAME,
            new TokenExchange(parties.sessions),
            "authorization_code",
            new CodeExchange(codes, refreshTokens),
            "refresh_token",
            new Refresh(refreshTokens));
    token = new TokenEndpoint(types, tokens, parties.subjects);
    authorize = new Authorize(codes, parties.people, issuer);
    revocation = new Revocation(parties.client, tokens, refreshTokens);
  }

  void on(HttpSide side) {
    side.platform(POST, "/v2/oauth/token", token);
    side.platform(POST, "/v2/oauth/revoke", revocation);
    side.platform(GET, "/v2/oauth/authorize", authorize);
    side.platform(POST, "/v2/oauth/authorize", authorize);
  }
}
