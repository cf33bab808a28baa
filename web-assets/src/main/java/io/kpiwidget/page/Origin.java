package io.kpiwidget.page;

import java.util.regex.Pattern;

/**
 * A web origin, compared whole. Its text is exactly what a browser reports as {@code event.origin},
 * so that equality of strings is equality of origins and nothing has to be parsed again.
 */
public record Origin(String value) {

  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

  /** The last label starts with a letter, which keeps IPv4 addresses in every notation out. */
  private static final String NAME = "(?:" + LABEL + "\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?";

  private static final String PORT = "(?::([1-9][0-9]{0,4}))?";

  private static final Pattern GRAMMAR =
      Pattern.compile(
          "(?:https://(?:"
              + NAME
              + "|127\\.0\\.0\\.1)|http://(?:127\\.0\\.0\\.1|localhost))"
              + PORT);

  private static final int LONGEST_NAME = 253;

  /** Checks the strict grammar, see {@link #of}. */
  public Origin {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException(
          "not an origin in its strict form (https://name or https://name:port, lower case, no"
              + " path, no default port, punycode for Unicode names; http only for 127.0.0.1 and"
              + " localhost): "
              + Shown.text(value));
    }
  }

  /**
   * The origin that {@code text} spells: {@code https}, host labels of letters, digits and hyphens
   * in lower case, a port unless it is the default one. No user info, no trailing dot, no wildcard,
   * no path; no IP address but 127.0.0.1; {@code http} for loopback only.
   *
   * @throws IllegalArgumentException for any other spelling; nothing is corrected silently
   */
  public static Origin of(String text) {
    return new Origin(text);
  }

  /** Whether the host is this machine. */
  public boolean loopback() {
    return value.matches("https?://(?:127\\.0\\.0\\.1|localhost)(?::\\d+)?");
  }

  @Override
  public String toString() {
    return value;
  }

  // No URL parser: java.net's and a browser's disagree about user info, backslashes and escapes.
  static boolean isWellFormed(String text) {
    var match = GRAMMAR.matcher(text);
    if (text.length() > LONGEST_NAME + "https://:65535".length() || !match.matches()) {
      return false;
    }
    return match.group(1) == null || portAllowed(text, Integer.parseInt(match.group(1)));
  }

  private static boolean portAllowed(String text, int port) {
    int defaultPort = text.startsWith("https:") ? 443 : 80;
    return port <= 65_535 && port != defaultPort;
  }
}
