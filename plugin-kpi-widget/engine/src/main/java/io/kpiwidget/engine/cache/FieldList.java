package io.kpiwidget.engine.cache;

import java.util.ArrayList;
import java.util.List;

/** Lists in header fields (RFC 9110 §5.6.1): commas part, but not inside quotes. */
final class FieldList {

  private FieldList() {}

  /** The members that are not empty, without the blanks around them. */
  static List<String> split(String field) {
    return split(field, true);
  }

  /** The same where a backslash is a character like others, as in entity tags. */
  static List<String> splitTags(String field) {
    return split(field, false);
  }

  private static List<String> split(String field, boolean escapes) {
    var members = new ArrayList<String>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' && quoted && escapes) {
        i++;
      } else if (c == ',' && !quoted) {
        add(members, field.substring(start, i));
        start = i + 1;
      }
    }
    add(members, field.substring(start));
    return members;
  }

  private static void add(List<String> members, String member) {
    var text = member.strip();
    if (!text.isEmpty()) {
      members.add(text);
    }
  }

  /** What a quoted string says; anything else as it is. */
  static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
  }
}
