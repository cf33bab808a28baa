package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The request's fields that an answer was chosen by (RFC 9111 §4.1), with the values they had.
 *
 * @param values by lower-case name, in one spelling; empty when the field was absent
 */
record Vary(Map<String, String> values) {

  private static final String LANGUAGE = "accept-language";

  /** Whether {@code answer} was chosen by more than its request, so that no other may have it. */
  static boolean isUnknowable(HttpAnswer answer) {
    return FieldList.split(answer.header("Vary").orElse("")).contains("*");
  }

  static Vary of(HttpAnswer answer, HttpCall call) {
    var values = new TreeMap<String, String>();
    for (var field : FieldList.split(answer.header("Vary").orElse(""))) {
      var name = field.toLowerCase(Locale.ROOT);
      if (!name.equals("authorization")) { // the subject is in the key, and a token changes hourly
        values.put(name, value(name, call));
      }
    }
    return new Vary(values);
  }

  /** Whether {@code call} would have got the same answer. */
  boolean matches(HttpCall call) {
    return values.isEmpty()
        || values.entrySet().stream()
            .allMatch(field -> field.getValue().equals(value(field.getKey(), call)));
  }

  private static String value(String name, HttpCall call) {
    return call.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> spelled(name, header.getValue()))
        .findFirst()
        .orElse("");
  }

  // blanks around commas mean nothing; neither do case and, by RFC 4647's ranges, order of
  // languages that weigh the same
  private static String spelled(String name, String value) {
    var members = FieldList.split(value).stream();
    return name.equals(LANGUAGE)
        ? members.map(m -> m.toLowerCase(Locale.ROOT)).sorted().collect(Collectors.joining(","))
        : members.collect(Collectors.joining(","));
  }
}
