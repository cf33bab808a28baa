package io.kpiwidget.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a text is no origin, for whoever wrote it. */
record OriginSlip(String sentence, String nextStep) {

  private record Rule(Pattern pattern, OriginSlip slip) {}

  /** The first that fits is told, so the dangerous ones come first. */
  private static final List<Rule> RULES =
      List.of(
          rule("\\*", "a wildcard lets strangers in", "List each origin by itself."),
          rule(
              "[@\\\\]",
              "a user name or a backslash hides which host it is",
              "Write the host alone, behind https://."),
          rule(
              "[^\\x20-\\x7e]",
              "has characters beyond ASCII",
              "Write a Unicode name in punycode (xn--\u2026)."),
          rule("^(?!(?i)https?://)", "has no https:// in front", "Write https://name."),
          rule(
              "^(?i)http://(?!(?:localhost|127\\.0\\.0\\.1)(?:[:/]|$))",
              "is not encrypted",
              "Use https; http is for this computer only."),
          rule(
              "^(?i)https?://(?:\\[|(?:[^/?#:]*\\.)?(?:0x[0-9a-f]*|[0-9]+)\\.?(?:[:/?#]|$))",
              "an IP address has no name that a certificate could be for",
              "Use a host name."),
          rule(
              "^(?i)https?://[^/?#]*[/?#]",
              "is more than an origin",
              "End it behind the name or the port, without a slash."),
          rule("[A-Z]", "has capital letters", "Write it in lower case, as browsers do."),
          rule(
              "^(?:https://[^:]*:443|http://[^:]*:80)$",
              "names the default port, which browsers leave out",
              "Leave the port out."),
          rule("\\.(?::[0-9]*)?$", "has a dot behind the name", "Leave the dot out."));

  private static final OriginSlip OTHERWISE =
      new OriginSlip(
          "is not an origin in its strict form",
          "Write https://name or https://name:port; letters, digits and hyphens only.");

  /** Empty when {@code text} is an origin. */
  static Optional<OriginSlip> of(String text) {
    if (Origin.isWellFormed(text)) {
      return Optional.empty();
    }
    return Optional.of(
        RULES.stream()
            .filter(rule -> rule.pattern().matcher(text).find())
            .map(Rule::slip)
            .findFirst()
            .orElse(OTHERWISE));
  }

  private static Rule rule(String pattern, String sentence, String nextStep) {
    return new Rule(Pattern.compile(pattern), new OriginSlip(sentence, nextStep));
  }
}
