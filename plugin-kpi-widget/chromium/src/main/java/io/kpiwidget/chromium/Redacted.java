package io.kpiwidget.chromium;

import java.util.regex.Pattern;

/** Text of a page or of Chromium, fit for a log. */
final class Redacted {

  private static final Pattern QUERY = Pattern.compile("(\\w+://[^\\s?#'\"]*)[?#][^\\s'\"]*");
  private static final Pattern TOKEN = Pattern.compile("(?i)(bearer\\s+|access_token=)[^\\s&'\"]+");
  private static final int LONGEST = 500;

  private Redacted() {}

  static String text(String raw) {
    String text = raw.length() > LONGEST ? raw.substring(0, LONGEST) + "…" : raw;
    String withoutQueries = QUERY.matcher(text).replaceAll("$1…");
    return TOKEN.matcher(withoutQueries).replaceAll("$1…");
  }
}
