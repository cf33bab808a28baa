package io.kpiwidget.engine.cache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The directives of a {@code Cache-Control} field, of a request or an answer (RFC 9111 §5.2). What
 * is not known is kept and means nothing.
 *
 * @param directives arguments by lower-case name; one without an argument has the empty one
 */
record CacheControl(Map<String, List<String>> directives) {

  /** All the same to a cache: 68 years (RFC 9111 §1.2.2). */
  private static final long MOST_SECONDS = 1L << 31;

  private static final int MOST_DIGITS = 10;

  /** Of the field's lines, joined by commas. */
  static CacheControl of(String field) {
    var directives = new LinkedHashMap<String, List<String>>();
    for (var part : FieldList.split(field)) {
      int equals = part.indexOf('=');
      var name = equals < 0 ? part : part.substring(0, equals);
      var argument = equals < 0 ? "" : FieldList.unquoted(part.substring(equals + 1));
      directives
          .computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
          .add(argument);
    }
    return new CacheControl(directives);
  }

  /** With an argument or without: the form that names fields counts for the whole answer. */
  boolean has(String directive) {
    return directives.containsKey(directive);
  }

  /**
   * The seconds that a directive names, the fewest if it is there twice. What is no number is 0,
   * which asks once too often rather than once too little.
   */
  OptionalLong seconds(String directive) {
    return directives.getOrDefault(directive, List.of()).stream()
        .mapToLong(argument -> seconds(argument, 0))
        .min();
  }

  /** A number of seconds as RFC 9111 §1.2.2 has it, or {@code otherwise}. */
  static long seconds(String text, long otherwise) {
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return otherwise;
    }
    var digits = text.replaceFirst("^0+(?=.)", "");
    return digits.length() > MOST_DIGITS
        ? MOST_SECONDS
        : Math.min(MOST_SECONDS, Long.parseLong(digits));
  }
}
