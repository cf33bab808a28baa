package io.kpiwidget.engine.config;

import io.kpiwidget.engine.config.TokenConfig.ClientCredentials;
import io.kpiwidget.engine.config.TokenConfig.SecretRef;
import java.net.URI;
import java.util.List;

/** The file's {@code token} part. */
final class TokenReader {

  /** Guide §1. */
  private static final List<String> SCOPES = List.of("analytics:view", "user:read");

  private static final String ACCEPTED = "accepted";

  private TokenReader() {}

  static TokenConfig read(Fields fields) throws ConfigException {
    var source = fields.choice("source", List.of("client_credentials", "desktop"), null);
    var token = source.equals("desktop") ? new TokenConfig.Desktop() : clientCredentials(fields);
    fields.done();
    return token;
  }

  private static ClientCredentials clientCredentials(Fields fields) throws ConfigException {
    var url = fields.url("url");
    boolean accepted =
        fields.has("secretOnDesktop")
            && fields.choice("secretOnDesktop", List.of(ACCEPTED), null).equals(ACCEPTED);
    refuseUnlessSafe(fields, url, accepted);
    return new ClientCredentials(
        url,
        fields.text("clientId"),
        secret(fields.object("clientSecret")),
        fields.has("scopes") ? scopes(fields) : SCOPES,
        accepted);
  }

  // a client secret on a desktop is a key to every agent's figures, so it needs consent
  private static void refuseUnlessSafe(Fields fields, URI url, boolean accepted)
      throws ConfigException {
    if (!Urls.isLoopback(url) && !accepted) {
      throw fields.wrong(
          "url",
          "a client secret on desktops lets whoever reads it act as any agent",
          "Let the desktop supply the token (\"source\": \"desktop\"), or accept the risk with"
              + " \"secretOnDesktop\": \"accepted\".");
    }
  }

  private static List<String> scopes(Fields fields) throws ConfigException {
    var scopes = fields.texts("scopes");
    if (scopes.isEmpty() || scopes.stream().anyMatch(s -> s.isBlank() || s.contains(" "))) {
      throw fields.wrong("scopes", "each scope is one word", "List the scopes one by one.");
    }
    return scopes;
  }

  private static SecretRef secret(Fields fields) throws ConfigException {
    boolean environment = fields.has("env");
    boolean desktop = fields.has("desktop");
    if (environment == desktop) {
      throw fields.wrong(
          "env",
          "exactly one of \"env\" and \"desktop\" says where the secret is",
          "Name an environment variable or a setting of the desktop; never the secret itself.");
    }
    var ref =
        environment
            ? new SecretRef(SecretRef.Place.ENVIRONMENT, fields.text("env"))
            : new SecretRef(SecretRef.Place.DESKTOP, fields.text("desktop"));
    fields.done();
    return ref;
  }
}
