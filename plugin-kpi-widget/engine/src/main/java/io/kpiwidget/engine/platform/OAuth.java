package io.kpiwidget.engine.platform;

import io.kpiwidget.engine.config.TokenConfig.Broker;
import io.kpiwidget.engine.config.TokenConfig.Browser;
import io.kpiwidget.engine.config.TokenConfig.ClientCredentials;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests to an authorization server. Pure; {@link TokenAnswer} reads what comes back. */
public final class OAuth {

  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String URN = "urn:ietf:params:oauth:";
  private static final String ACCESS_TOKEN = URN + "token-type:access_token";

  private OAuth() {}

  /** Guide §1's grant: the client's own credentials, and the agent as {@code sub}. */
  public static HttpCall clientCredentials(
      ClientCredentials config, SecretValue secret, String agentId) {
    var form =
        new Form("grant_type", "client_credentials")
            .and("scope", words(config.scopes()))
            .and("sub", Optional.of(agentId));
    return post(config.url(), form).with("Authorization", "Basic " + basic(config, secret));
  }

  // RFC 6749 §2.3.1: both parts are form-encoded before they are joined
  private static String basic(ClientCredentials config, SecretValue secret) {
    var pair = Form.encode(config.clientId()) + ":" + Form.encode(secret.reveal());
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  /** RFC 8693 §2.1: {@code session}, the desktop's own token, for one of the platform's. */
  public static HttpCall exchange(Broker config, SecretValue session) {
    var form =
        new Form("grant_type", URN + "grant-type:token-exchange")
            .and("subject_token", Optional.of(session.reveal()))
            .and("subject_token_type", Optional.of(ACCESS_TOKEN))
            .and("requested_token_type", Optional.of(ACCESS_TOKEN))
            .and("audience", config.audience())
            .and("scope", words(config.scopes()))
            .and("client_id", config.clientId());
    return post(config.url(), form);
  }

  /** The page to sign in at (RFC 6749 §4.1.1), which ends at {@code redirect} with a code. */
  public static URI authorization(Browser config, URI redirect, CodeProof proof) {
    var query =
        new Form("response_type", "code")
            .and("client_id", Optional.of(config.clientId()))
            .and("redirect_uri", Optional.of(redirect.toString()))
            .and("scope", words(config.scopes()))
            .and("state", Optional.of(proof.state().reveal()))
            .and("code_challenge", Optional.of(proof.challenge()))
            .and("code_challenge_method", Optional.of("S256"));
    return URI.create(config.authorizeUrl() + "?" + query);
  }

  /** RFC 6749 §4.1.3 with RFC 7636 §4.5: the code that came to {@code redirect}, for a token. */
  public static HttpCall code(Browser config, URI redirect, CodeProof proof, SecretValue code) {
    var form =
        new Form("grant_type", "authorization_code")
            .and("code", Optional.of(code.reveal()))
            .and("redirect_uri", Optional.of(redirect.toString()))
            .and("client_id", Optional.of(config.clientId()))
            .and("code_verifier", Optional.of(proof.verifier().reveal()));
    return post(config.url(), form);
  }

  /** RFC 6749 §6. */
  public static HttpCall refresh(Browser config, SecretValue refreshToken) {
    var form =
        new Form("grant_type", "refresh_token")
            .and("refresh_token", Optional.of(refreshToken.reveal()))
            .and("client_id", Optional.of(config.clientId()));
    return post(config.url(), form);
  }

  /** RFC 7009 §2.1, for an access token or a refresh token. */
  public static HttpCall revocation(URI url, Optional<String> clientId, SecretValue token) {
    return post(url, new Form("token", token.reveal()).and("client_id", clientId));
  }

  private static Optional<String> words(List<String> scopes) {
    return Optional.of(String.join(" ", scopes)).filter(words -> !words.isEmpty());
  }

  private static HttpCall post(URI url, Form form) {
    return new HttpCall(
        HttpCall.Kind.TOKEN,
        "POST",
        url.getRawPath().isEmpty() ? "/" : url.getRawPath(),
        url,
        Map.of("Accept", JSON),
        Optional.of(new HttpCall.Content(FORM, form.toString())));
  }
}
