package io.kpiwidget.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No file that is generated names an access token, not even as a parameter to be filled. */
final class Tokens {

  private static final Pattern NAME = Pattern.compile("(?i)access_token");
  private static final Pattern ESCAPE = Pattern.compile("%([2-7][0-9A-Fa-f])");
  private static final int ROUNDS = 3;

  private Tokens() {}

  /** Whether {@code text} does, percent-encoded or not. */
  static boolean namedIn(String text) {
    var plain = text;
    for (int round = 0; round < ROUNDS && ESCAPE.matcher(plain).find(); round++) {
      plain = ESCAPE.matcher(plain).replaceAll(match -> decoded(match.group(1)));
    }
    return NAME.matcher(text).find() || NAME.matcher(plain).find();
  }

  private static String decoded(String digits) {
    var letter = String.valueOf((char) Integer.parseInt(digits, 16));
    return Matcher.quoteReplacement(letter);
  }

  /** What stands before it, which is fit to be shown. */
  static String cut(String text) {
    return text.split("[?#%]|(?i)access_token", 2)[0] + "\u2026";
  }
}
