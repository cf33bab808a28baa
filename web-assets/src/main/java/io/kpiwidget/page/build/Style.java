package io.kpiwidget.page.build;

import java.util.regex.Pattern;

/**
 * A style sheet without comments and needless blanks. Takes a subset on purpose: a text within
 * quotes may hold no blank beside one of the marks below, and no comment.
 */
final class Style {

  private static final Pattern COMMENT = Pattern.compile("/\\*(?:[^*]|\\*(?!/))*+\\*/");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Not + and -, which need their blanks in calc(); a colon may begin a selector. */
  private static final Pattern AROUND = Pattern.compile("\\s*(>=|[{};,<>~/!])\\s*");

  private Style() {}

  static String minified(String sheet) {
    var text = BLANKS.matcher(COMMENT.matcher(sheet).replaceAll("")).replaceAll(" ");
    return AROUND.matcher(text).replaceAll("$1").replace(": ", ":").replace(";}", "}").strip();
  }
}
