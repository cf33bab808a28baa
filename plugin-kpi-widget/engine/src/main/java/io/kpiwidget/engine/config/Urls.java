package io.kpiwidget.engine.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What makes a URL usable here. */
final class Urls {

  private static final String USE = "Use https://…, or http://127.0.0.1:… for tests.";

  private Urls() {}

  /** What is wrong with an address; its text is no part of it. */
  record Flaw(Rule rule, String sentence, String nextStep) {

    Flaw(Rule rule, String sentence) {
      this(rule, sentence, USE);
    }
  }

  /** The problem with {@code text} as the address of a service, if there is one. */
  static Optional<Flaw> problem(String text) {
    if (isPattern(text)) {
      return Optional.of(WILDCARD);
    }
    try {
      return problem(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.of(new Flaw(Rule.URL, "not a URL: " + e.getReason()));
    }
  }

  private static final Flaw WILDCARD =
      new Flaw(
          Rule.ORIGIN_WILDCARD,
          "a pattern lets look-alikes in",
          "Write the address out, such as https://acme.example.com.");

  private static boolean isPattern(String text) {
    return text.contains("*") || text.contains("{");
  }

  private static Optional<Flaw> problem(URI url) {
    if (url.getHost() == null || !isHttp(url)) {
      return Optional.of(new Flaw(Rule.URL, "not an http or https URL with a host"));
    }
    if (url.getRawUserInfo() != null) {
      return Optional.of(new Flaw(Rule.URL_USER, "a user name or password has no place in a URL"));
    }
    if (holdsToken(url.getPath()) || holdsToken(url.getQuery()) || holdsToken(url.getFragment())) {
      return Optional.of(new Flaw(Rule.URL_TOKEN, "an access token has no place in a URL"));
    }
    if (url.getRawQuery() != null || url.getRawFragment() != null) {
      return Optional.of(new Flaw(Rule.URL_QUERY, "a base URL has no query and no fragment"));
    }
    return "http".equalsIgnoreCase(url.getScheme()) && !isLoopback(url)
        ? Optional.of(new Flaw(Rule.URL_NOT_HTTPS, "http is allowed for loopback only"))
        : Optional.empty();
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

  /** Scheme, host and port, the usual port left out: what a browser compares (RFC 6454 §4). */
  static String origin(URI url) {
    var scheme = url.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    var port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
    return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port;
  }
}
