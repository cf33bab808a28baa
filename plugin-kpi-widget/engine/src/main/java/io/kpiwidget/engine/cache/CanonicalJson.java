package io.kpiwidget.engine.cache;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import java.io.IOException;
import java.io.StringReader;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * The one spelling of a question's body (RFC 8785). Two bodies that a platform may tell apart must
 * not become one: a member that is there twice and a number that a double cannot hold are refused,
 * and fractions with them, since Java 17 does not write them as the RFC does.
 */
final class CanonicalJson {

  private static final int DEEPEST = 64;
  private static final long MOST = 1L << 53;

  private final JsonReader reader;

  private CanonicalJson(String json) {
    reader = new JsonReader(new StringReader(json));
    reader.setStrictness(Strictness.STRICT);
  }

  static String of(String json) throws NotUnderstood {
    var canonical = new CanonicalJson(json);
    try {
      return canonical.document();
    } catch (IOException | IllegalStateException e) {
      throw e instanceof NotUnderstood refused ? refused : canonical.refused("it is no JSON");
    }
  }

  private String document() throws IOException {
    var text = value(0);
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw refused("something follows it");
    }
    return text;
  }

  private String value(int depth) throws IOException {
    if (depth > DEEPEST) {
      throw refused("it is nested deeper than " + DEEPEST);
    }
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(depth);
      case BEGIN_ARRAY -> array(depth);
      case STRING -> quoted(reader.nextString());
      case NUMBER -> number(reader.nextString());
      case BOOLEAN -> Boolean.toString(reader.nextBoolean());
      default -> nothing();
    };
  }

  private String nothing() throws IOException {
    reader.nextNull();
    return "null";
  }

  private String object(int depth) throws IOException {
    var members = new TreeMap<String, String>();
    reader.beginObject();
    while (reader.hasNext()) {
      var name = reader.nextName();
      if (members.putIfAbsent(name, "") != null) {
        throw refused("a member is there twice");
      }
      members.put(name, value(depth + 1));
    }
    reader.endObject();
    var text = new StringJoiner(",", "{", "}");
    members.forEach((name, value) -> text.add(quoted(name) + ":" + value));
    return text.toString();
  }

  private String array(int depth) throws IOException {
    var text = new StringJoiner(",", "[", "]");
    reader.beginArray();
    while (reader.hasNext()) {
      text.add(value(depth + 1));
    }
    reader.endArray();
    return text.toString();
  }

  private String number(String text) throws NotUnderstood {
    if (!text.matches("-?\\d{1,16}") || Math.abs(Long.parseLong(text)) > MOST) {
      throw refused("a number is no whole one up to 2^53");
    }
    return Long.toString(Long.parseLong(text));
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder(text.length() + 2).append('"');
    text.chars().forEach(c -> append(quoted, (char) c));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder text, char c) {
    switch (c) {
      case '"', '\\' -> text.append('\\').append(c);
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> text.append(c < 0x20 ? "\\u%04x".formatted((int) c) : c);
    }
  }

  // the reader's path is "$.filter.values[0]"; the agent is told a pointer, or nothing odd
  private NotUnderstood refused(String reason) {
    var pointer = reader.getPreviousPath().replaceAll("\\[(\\d+)]", ".$1").replace('.', '/');
    boolean plain = pointer.matches("\\$(/\\w{1,30}){1,16}");
    return new NotUnderstood("question not put: " + reason, plain ? pointer.substring(1) : "");
  }
}
