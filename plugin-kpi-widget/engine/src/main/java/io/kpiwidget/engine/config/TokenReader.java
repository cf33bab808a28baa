package io.kpiwidget.engine.config;

import io.kpiwidget.engine.config.TokenConfig.Broker;
import io.kpiwidget.engine.config.TokenConfig.Browser;
import io.kpiwidget.engine.config.TokenConfig.ClientCredentials;
import io.kpiwidget.engine.config.TokenConfig.SecretRef;
import java.net.URI;
import java.util.List;

/** The file's {@code token} part. */
final class TokenReader {

  /** In order of preference. */
  private static final List<String> SOURCES =
      List.of("desktop", "broker", "browser", "client_credentials");

  /** Guide §1. */
  private static final List<String> GUIDES_SCOPES = List.of("analytics:view", "user:read");

  private static final String ACCEPTED = "accepted";

  private TokenReader() {}

  static TokenConfig read(Fields fields) throws ConfigException {
    TokenConfig token =
        switch (fields.choice("source", SOURCES, null)) {
          case "desktop" -> new TokenConfig.Desktop();
          case "broker" -> broker(fields);
          case "browser" -> browser(fields);
          default -> clientCredentials(fields);
        };
    fields.done();
    return token;
  }

  private static Broker broker(Fields fields) throws ConfigException {
    return new Broker(
        fields.endpoint("url"),
        fields.optionalText("audience"),
        scopes(fields, List.of()),
        fields.optionalText("clientId"),
        fields.optionalEndpoint("revocationUrl"));
  }

  private static Browser browser(Fields fields) throws ConfigException {
    return new Browser(
        fields.endpoint("authorizeUrl"),
        fields.endpoint("url"),
        fields.text("clientId"),
        scopes(fields, List.of()),
        fields.optionalAddress("issuer"),
        fields.optionalEndpoint("revocationUrl"));
  }

  private static ClientCredentials clientCredentials(Fields fields) throws ConfigException {
    var url = fields.endpoint("url");
    boolean accepted =
        fields.has("secretOnDesktop")
            && fields.choice("secretOnDesktop", List.of(ACCEPTED), null).equals(ACCEPTED);
    refuseUnlessSafe(fields, url, accepted);
    return new ClientCredentials(
        url, fields.text("clientId"), secret(fields), scopes(fields, GUIDES_SCOPES), accepted);
  }

  // a client secret on a desktop is a key to every agent's figures, so it needs consent
  private static void refuseUnlessSafe(Fields fields, URI url, boolean accepted)
      throws ConfigException {
    if (!Urls.isLoopback(url) && !accepted) {
      throw fields.wrong(
          "url",
          "a client secret on desktops lets whoever reads it act as any agent",
          "Let the desktop, a broker or the agent's browser supply the token (\"source\":"
              + " \"desktop\", \"broker\", \"browser\"), or accept the risk with"
              + " \"secretOnDesktop\": \"accepted\".");
    }
  }

  private static List<String> scopes(Fields fields, List<String> otherwise) throws ConfigException {
    if (!fields.has("scopes")) {
      return otherwise;
    }
    var scopes = fields.texts("scopes");
    if (scopes.isEmpty() || scopes.stream().anyMatch(s -> s.isBlank() || s.contains(" "))) {
      throw fields.wrong("scopes", "each scope is one word", "List the scopes one by one.");
    }
    return scopes;
  }

  private static SecretRef secret(Fields fields) throws ConfigException {
    if (fields.has("clientSecret") && !fields.hasObject("clientSecret")) {
      throw fields.wrong("clientSecret", NO_SECRETS, NAME_IT);
    }
    var where = fields.object("clientSecret");
    boolean environment = where.has("env");
    boolean desktop = where.has("desktop");
    if (!environment && !desktop) {
      throw fields.wrong("clientSecret", NO_SECRETS, NAME_IT);
    }
    if (environment && desktop) {
      throw where.wrong("env", "there is \"desktop\", too", "Leave one of them out.");
    }
    var ref =
        environment
            ? new SecretRef(SecretRef.Place.ENVIRONMENT, where.text("env"))
            : new SecretRef(SecretRef.Place.DESKTOP, where.text("desktop"));
    where.done();
    return ref;
  }

  private static final String NO_SECRETS = "a secret has no place in this file";

  private static final String NAME_IT =
      "Say where it is: {\"env\": \"NAME\"} for an environment variable, {\"desktop\": \"key\"}"
          + " for a setting of the desktop; and replace a secret that was written here.";
}
