package io.kpiwidget.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;

/**
 * RFC 8259 and nothing else: no comments, no trailing text, and no member twice, of which Gson's
 * own tree would keep the last without a word. A site is flat, so nothing deep is read either.
 */
final class SiteJson {

  private static final int DEEPEST = 8;

  private SiteJson() {}

  /** The only value in {@code text}. */
  static JsonElement read(String text) throws IOException {
    var reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    var value = value(reader, 0);
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new JsonParseException("text after the end");
    }
    return value;
  }

  private static JsonElement value(JsonReader reader, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new JsonParseException("nested deeper than " + DEEPEST);
    }
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader, depth);
      case BEGIN_ARRAY -> array(reader, depth);
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> new JsonPrimitive(Double.valueOf(reader.nextString()));
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield JsonNull.INSTANCE;
      }
      default -> throw new JsonParseException("a value is missing");
    };
  }

  private static JsonArray array(JsonReader reader, int depth) throws IOException {
    var array = new JsonArray();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(value(reader, depth + 1));
    }
    reader.endArray();
    return array;
  }

  private static JsonObject object(JsonReader reader, int depth) throws IOException {
    var object = new JsonObject();
    reader.beginObject();
    while (reader.hasNext()) {
      var name = reader.nextName();
      if (object.has(name)) {
        throw new JsonParseException(Shown.text(name) + " is there twice");
      }
      object.add(name, value(reader, depth + 1));
    }
    reader.endObject();
    return object;
  }
}
