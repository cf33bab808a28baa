package io.kpiwidget.sandbox.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * {@code /v2/oauth/authorize}: who wants to be signed in (RFC 6749 §4.1.1) as a page with the
 * sample agents. {@code login_hint} is the choice that the page sends; with {@code prompt=none} it
 * is never shown, for programs.
 */
final class Authorize implements Endpoint {
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private final Codes codes;
  private final People people;
  private final Supplier<URI> issuer;

  Authorize(Codes codes, People people, Supplier<URI> issuer) {
    this.codes = codes;
    this.people = people;
    this.issuer = issuer;
  }

  @Override
  public Reply answer(Call call) {
    var client = call.parameter("client_id").orElse("");
    var redirectUri = call.parameter("redirect_uri").filter(Authorize::isLoopback);
    // nobody is sent to an address that is not known to be the client's (RFC 6749 §4.1.2.1)
    if (!client.equals(Client.PUBLIC) || redirectUri.isEmpty()) {
      return SignInPage.refused(
          client.equals(Client.PUBLIC)
              ? "redirect_uri is not http://127.0.0.1 with a port and a path"
              : "client_id is unknown");
    }
    return trouble(call)
        .map(error -> back(call, Map.of("error", error)))
        .orElseGet(() -> decided(call, redirectUri.get()));
  }

  private Reply decided(Call call, String redirectUri) {
    var agent = call.parameter("login_hint").filter(id -> people.sample(id).isPresent());
    if (agent.isPresent()) {
      var scopes = Scopes.granted(Scopes.ALL, call);
      var challenge = call.parameter("code_challenge").orElseThrow();
      var consent = new Codes.Consent(Grant.to(agent.get(), scopes), redirectUri, challenge);
      return back(call, Map.of("code", codes.issue(consent)));
    }
    return call.parameter("prompt").orElse("").equals("none")
        ? back(call, Map.of("error", "login_required"))
        : SignInPage.of(call, people.samples());
  }

  private static Optional<String> trouble(Call call) {
    if (!call.parameter("response_type").orElse("").equals("code")) {
      return Optional.of("unsupported_response_type");
    }
    var challenge = call.parameter("code_challenge").orElse("");
    // the method's default is plain (RFC 7636 §4.3), which protects nobody
    var hashed = call.parameter("code_challenge_method").orElse("plain").equals("S256");
    if (!hashed || !CHALLENGE.matcher(challenge).matches()) {
      return Optional.of("invalid_request");
    }
    return Scopes.within(Scopes.ALL, call.parameter("scope")).isEmpty()
        ? Optional.of("invalid_scope")
        : Optional.empty();
  }

  /** {@code 127.0.0.1} with any port (RFC 8252 §7.3); a name may resolve elsewhere (§8.3). */
  private static boolean isLoopback(String text) {
    try {
      var uri = new URI(text);
      return "http".equals(uri.getScheme())
          && "127.0.0.1".equals(uri.getHost())
          && uri.getPort() > 0
          && uri.getRawPath().startsWith("/")
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null;
    } catch (URISyntaxException notAUri) {
      return false;
    }
  }

  /** With {@code iss}, so that a client knows whose answer it is (RFC 9207). */
  private Reply back(Call call, Map<String, String> result) {
    var answer = new LinkedHashMap<>(result);
    call.parameter("state").ifPresent(state -> answer.put("state", state));
    answer.put("iss", issuer.get().toString());
    var redirectUri = call.parameter("redirect_uri").orElseThrow();
    var query = new StringBuilder(redirectUri.contains("?") ? "&" : "?");
    answer.forEach(
        (name, value) -> query.append(name).append('=').append(encoded(value)).append('&'));
    query.setLength(query.length() - 1);
    return SignInPage.elsewhere(redirectUri + query);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
