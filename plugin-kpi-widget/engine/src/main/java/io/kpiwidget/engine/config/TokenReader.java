package io.kpiwidget.engine.config;

import io.kpiwidget.engine.config.TokenConfig.Broker;
import io.kpiwidget.engine.config.TokenConfig.Browser;
import io.kpiwidget.engine.config.TokenConfig.ClientCredentials;
import io.kpiwidget.engine.config.TokenConfig.SecretRef;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The file's {@code token} part. */
final class TokenReader {

  /** In order of preference. */
  static final List<String> SOURCES = List.of("desktop", "broker", "browser", "client_credentials");

  /** Guide §1. */
  private static final List<String> GUIDES_SCOPES = List.of("analytics:view", "user:read");

  private static final String ACCEPTED = "accepted";

  private TokenReader() {}

  static TokenConfig read(Fields fields) {
    var source = fields.choice(Rule.CHOICE, "source", SOURCES);
    var token = source.map(name -> read(fields, name));
    if (token.isPresent()) {
      fields.done(); // without a source nobody knows which members belong here
    }
    return token.orElseGet(TokenConfig.Desktop::new);
  }

  private static TokenConfig read(Fields fields, String source) {
    return switch (source) {
      case "desktop" -> new TokenConfig.Desktop();
      case "broker" -> broker(fields);
      case "browser" -> browser(fields);
      default -> clientCredentials(fields);
    };
  }

  private static Broker broker(Fields fields) {
    return new Broker(
        Addresses.endpoint(fields, "url"),
        fields.optionalText("audience"),
        scopes(fields, List.of()),
        fields.optionalText("clientId"),
        Addresses.optionalEndpoint(fields, "revocationUrl"));
  }

  private static Browser browser(Fields fields) {
    return new Browser(
        Addresses.endpoint(fields, "authorizeUrl"),
        Addresses.endpoint(fields, "url"),
        fields.text("clientId"),
        scopes(fields, List.of()),
        Addresses.optionalText(fields, "issuer"),
        Addresses.optionalEndpoint(fields, "revocationUrl"));
  }

  private static ClientCredentials clientCredentials(Fields fields) {
    var url = Addresses.endpoint(fields, "url");
    boolean accepted =
        fields.has("secretOnDesktop")
            && fields.choice(Rule.CHOICE, "secretOnDesktop", List.of(ACCEPTED)).isPresent();
    var secret = secret(fields);
    tellOfRisk(fields, url, accepted);
    return new ClientCredentials(
        url, fields.text("clientId"), secret, scopes(fields, GUIDES_SCOPES), accepted);
  }

  // a client secret on a desktop is a key to every agent's figures, so it needs consent
  private static void tellOfRisk(Fields fields, URI url, boolean accepted) {
    if (url.equals(Addresses.NOWHERE) || Urls.isLoopback(url)) {
      return;
    }
    if (accepted) {
      fields.wrong(
          Rule.SECRET_ACCEPTED,
          "secretOnDesktop",
          "a client secret is on this desktop: who reads it can act as any agent",
          "Move to \"desktop\", \"broker\" or \"browser\" as soon as you can.");
      return;
    }
    fields.wrong(
        Rule.SECRET_ON_DESKTOP,
        "url",
        "a client secret on desktops lets whoever reads it act as any agent",
        "Let the desktop, a broker or the agent's browser supply the token (\"source\":"
            + " \"desktop\", \"broker\", \"browser\"), or accept the risk with"
            + " \"secretOnDesktop\": \"accepted\".");
  }

  private static List<String> scopes(Fields fields, List<String> otherwise) {
    var scopes = fields.has("scopes") ? fields.texts("scopes") : Optional.of(otherwise);
    boolean written = fields.has("scopes") && scopes.isPresent();
    if (written && (scopes.get().isEmpty() || scopes.get().stream().anyMatch(TokenReader::isOdd))) {
      fields.wrong(Rule.SCOPE, "scopes", "each scope is one word", "List the scopes one by one.");
    }
    return scopes.orElse(otherwise);
  }

  private static boolean isOdd(String scope) {
    return scope.contains(" ") || Placeholder.isHintedAt(scope);
  }

  private static SecretRef secret(Fields fields) {
    var nowhere = new SecretRef(SecretRef.Place.ENVIRONMENT, "");
    if (fields.has("clientSecret") && !fields.hasObject("clientSecret")) {
      return refused(fields, nowhere);
    }
    var where = fields.object("clientSecret");
    boolean environment = where.has("env");
    boolean desktop = where.has("desktop");
    if (fields.has("clientSecret") && !environment && !desktop) {
      return refused(fields, nowhere);
    }
    if (environment && desktop) {
      where.wrong(Rule.CHOICE, "env", "there is \"desktop\", too", "Leave one of them out.");
    }
    var ref =
        environment
            ? new SecretRef(SecretRef.Place.ENVIRONMENT, where.text("env"))
            : new SecretRef(SecretRef.Place.DESKTOP, where.text("desktop"));
    where.done();
    return ref;
  }

  private static SecretRef refused(Fields fields, SecretRef instead) {
    fields.wrong(Rule.SECRET_IN_FILE, "clientSecret", NO_SECRETS, NAME_IT);
    return instead;
  }

  private static final String NO_SECRETS = "a secret has no place in this file";

  private static final String NAME_IT =
      "Say where it is: {\"env\": \"NAME\"} for an environment variable, {\"desktop\": \"key\"}"
          + " for a setting of the desktop; and replace a secret that was written here.";
}
