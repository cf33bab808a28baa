package io.kpiwidget.engine.cache;

/** Comparison of entity tags (RFC 9110 §8.8.3.2). */
final class ETags {

  private ETags() {}

  /** Equal but for the mark of weakness: all that {@code If-None-Match} asks for. */
  static boolean weaklyEqual(String a, String b) {
    return strip(a).equals(strip(b));
  }

  private static String strip(String etag) {
    return etag.startsWith("W/") ? etag.substring(2) : etag;
  }
}
