package io.kpiwidget.engine.cache;

import io.kpiwidget.engine.platform.HttpAnswer;
import java.util.Optional;

/** Entity tags (RFC 9110 §8.8.3), byte for byte as they come. */
final class ETags {

  private ETags() {}

  /**
   * The tag of {@code answer}, unless it could not be sent back: RFC 9110 lets bytes into a tag
   * that no header of ours may have. Two tags are none, since one of them is wrong.
   */
  static Optional<String> sendable(HttpAnswer answer) {
    return answer
        .header("ETag")
        .map(FieldList::splitTags)
        .filter(tags -> tags.size() == 1)
        .map(tags -> tags.get(0))
        .filter(tag -> tag.chars().allMatch(c -> c >= 0x20 && c < 0x7f));
  }

  /** Equal but for the mark of weakness: all that {@code If-None-Match} asks for. */
  static boolean weaklyEqual(String a, String b) {
    return strip(a).equals(strip(b));
  }

  /** Whether the value of an {@code If-None-Match} names {@code etag}. */
  static boolean isNamed(String etag, String ifNoneMatch) {
    return ifNoneMatch.strip().equals("*")
        || FieldList.splitTags(ifNoneMatch).stream().anyMatch(tag -> weaklyEqual(tag, etag));
  }

  private static String strip(String etag) {
    return etag.startsWith("W/") ? etag.substring(2) : etag;
  }
}
