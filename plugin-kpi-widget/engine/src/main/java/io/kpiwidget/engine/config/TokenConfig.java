package io.kpiwidget.engine.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where access tokens come from. */
public sealed interface TokenConfig {

  /** The desktop supplies them. */
  record Desktop() implements TokenConfig {}

  /**
   * A server of the vendor's gives one for the desktop's own token (RFC 8693).
   *
   * @param audience whom the token is for, by the broker's name
   * @param scopes none leaves them to the broker
   * @param clientId a public client's
   */
  record Broker(
      URI url,
      Optional<String> audience,
      List<String> scopes,
      Optional<String> clientId,
      Optional<URI> revocationUrl)
      implements TokenConfig {

    public Broker {
      scopes = List.copyOf(scopes);
    }
  }

  /**
   * The agent signs in with the system's browser (RFC 8252).
   *
   * @param url of the token endpoint
   * @param scopes none leaves them to the client's registration
   * @param issuer whom every answer must name, letter for letter (RFC 9207)
   */
  record Browser(
      URI authorizeUrl,
      URI url,
      String clientId,
      List<String> scopes,
      Optional<String> issuer,
      Optional<URI> revocationUrl)
      implements TokenConfig {

    public Browser {
      scopes = List.copyOf(scopes);
    }
  }

  /**
   * The guide's grant: {@code client_credentials} with the agent as {@code sub}.
   *
   * @param acceptedOnDesktop the vendor accepts, in so many words, a client secret on desktops
   */
  record ClientCredentials(
      URI url, String clientId, SecretRef secret, List<String> scopes, boolean acceptedOnDesktop)
      implements TokenConfig {

    public ClientCredentials {
      scopes = List.copyOf(scopes);
    }
  }

  /** Where a secret lies; never the secret itself. */
  record SecretRef(Place place, String name) {

    /** The places a secret may be read from: never a file of ours. */
    public enum Place {
      ENVIRONMENT,
      DESKTOP
    }
  }
}
