package io.kpiwidget.engine.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes a URL usable here. */
final class Urls {

  private Urls() {}

  /** The problem with {@code text} as the address of a service, if there is one. */
  static Optional<String> problem(String text) {
    try {
      return problem(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.of("not a URL: " + e.getReason());
    }
  }

  private static Optional<String> problem(URI url) {
    if (url.getHost() == null || !isHttp(url)) {
      return Optional.of("not an http or https URL with a host");
    }
    if (url.getRawUserInfo() != null) {
      return Optional.of("a user name or password has no place in a URL");
    }
    if (holdsToken(url.getPath()) || holdsToken(url.getQuery()) || holdsToken(url.getFragment())) {
      return Optional.of("an access token has no place in a URL");
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      return Optional.of("a base URL has no query and no fragment");
    }
    if ("http".equalsIgnoreCase(url.getScheme()) && !isLoopback(url)) {
      return Optional.of("http is allowed for loopback only");
    }
    return Optional.empty();
  }

  private static boolean isHttp(URI url) {
    return "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
  }

  /** {@code part} is decoded: servers decode before they log. */
  private static boolean holdsToken(@Nullable String part) {
    return part != null && part.toLowerCase(Locale.ROOT).contains("access_token");
  }

  /** By address, not by looking the name up: a resolver could be told to lie. */
  static boolean isLoopback(URI url) {
    var host = url.getHost();
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }
}
