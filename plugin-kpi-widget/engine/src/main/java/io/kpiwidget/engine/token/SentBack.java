package io.kpiwidget.engine.token;

import io.kpiwidget.engine.config.TokenConfig.Browser;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.TokenAnswer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the authorization server sent the browser back with (RFC 6749 §4.1.2): a code, or why there
 * is none.
 */
sealed interface SentBack {

  /** The code, or what the server said instead. */
  SecretValue code() throws SignInRequired;

  /** The agent has signed in. */
  record Code(SecretValue code) implements SentBack {}

  /** The agent has not; {@code why} is in our own words. */
  record Refused(String why) implements SentBack {
    @Override
    public SecretValue code() throws SignInRequired {
      throw SignInRequired.inBrowser(why, Optional.empty());
    }
  }

  /**
   * Reads a redirect's {@code query}. Empty when it is not the answer to our question: any page in
   * the agent's browser can send one, so it must not end the wait.
   */
  static Optional<SentBack> of(String query, SecretValue state, Browser config) {
    var told = parameters(query);
    if (!new SecretValue(told.getOrDefault("state", "")).equals(state)) {
      return Optional.empty();
    }
    if (!isIssuer(Optional.ofNullable(told.get("iss")), config)) {
      return Optional.of(new Refused("another issuer answered the sign-in"));
    }
    if (told.containsKey("error")) {
      return Optional.of(new Refused("sign-in: " + TokenAnswer.word(told.get("error"))));
    }
    return Optional.ofNullable(told.get("code"))
        .filter(code -> !code.isEmpty())
        .map(code -> new Code(new SecretValue(code)));
  }

  // RFC 9207 §2.4: a server that answers for another would get the code meant for that one
  private static boolean isIssuer(Optional<String> told, Browser config) {
    return config.issuer().isPresent()
        ? told.equals(config.issuer())
        : told.map(iss -> sameOrigin(iss, config.authorizeUrl())).orElse(true);
  }

  private static boolean sameOrigin(String issuer, URI ours) {
    try {
      return origin(URI.create(issuer)).equals(origin(ours));
    } catch (IllegalArgumentException e) {
      return false; // no URL at all
    }
  }

  private static String origin(URI url) {
    int usual = "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    int port = url.getPort() < 0 ? usual : url.getPort();
    return (url.getScheme() + "://" + url.getHost() + ":" + port)
        .toLowerCase(java.util.Locale.ROOT);
  }

  /** Nothing when one is there twice (RFC 6749 §3.1) or malformed. */
  private static Map<String, String> parameters(String query) {
    var all = new HashMap<String, String>();
    for (var pair : query.split("&", -1)) {
      int eq = pair.indexOf('=');
      var value = eq < 0 ? "" : pair.substring(eq + 1);
      var name = eq < 0 ? pair : pair.substring(0, eq);
      try {
        if (all.put(decoded(name), decoded(value)) != null) {
          return Map.of();
        }
      } catch (IllegalArgumentException e) {
        return Map.of();
      }
    }
    return all;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
