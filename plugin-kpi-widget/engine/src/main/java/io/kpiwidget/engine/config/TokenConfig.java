package io.kpiwidget.engine.config;

import java.net.URI;
import java.util.List;

/** Where access tokens come from. */
public sealed interface TokenConfig {

  /** The desktop supplies them. */
  record Desktop() implements TokenConfig {}

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
