package io.kpiwidget.sandbox.platform;

import java.util.Locale;
import java.util.Optional;

/** Something that goes wrong on a route. */
record Fault(String route, Kind kind, int status, Optional<String> retryAfter, long millis) {
  enum Kind {
    STATUS,
    SLOW,
    RESET,
    MALFORMED,
    EMPTY,
    HUGE,
    HTML;

    static Kind of(String word) {
      try {
        return valueOf(word.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException unknown) {
        throw Refusal.at(
            "/kind", "bad.request", "kind is status, slow, reset, malformed, empty, huge or html");
      }
    }
  }

  boolean hits(String template, String path) {
    return route.equals("*") || route.equals(template) || route.equals(path);
  }
}
