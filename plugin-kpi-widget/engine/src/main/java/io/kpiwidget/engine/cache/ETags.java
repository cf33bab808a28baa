package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.platform.HttpAnswer;
import java.util.Optional;

/** Comparison of entity tags (RFC 9110 §8.8.3.2). */
final class ETags {

  private ETags() {}

  /**
   * The tag of {@code answer}, unless it could not be sent back: RFC 9110 lets bytes into a tag
   * that no header of ours may have.
   */
  static Optional<String> sendable(HttpAnswer answer) {
    return answer
        .header("ETag")
        .filter(tag -> !tag.isEmpty() && tag.chars().allMatch(c -> c >= 0x20 && c < 0x7f));
  }

  /** Equal but for the mark of weakness: all that {@code If-None-Match} asks for. */
  static boolean weaklyEqual(String a, String b) {
    return strip(a).equals(strip(b));
  }

  private static String strip(String etag) {
    return etag.startsWith("W/") ? etag.substring(2) : etag;
  }
}
