package io.kpiwidget.engine.config;

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
import java.io.Reader;

/**
 * RFC 8259 and nothing else: no comments, no trailing text, no member twice. Gson's own tree reader
 * keeps the last of two equal members without a word.
 */
final class StrictJson {

  private static final int DEEPEST = 64;

  private StrictJson() {}

  /** Reads one value. Errors carry line and column. */
  static JsonElement read(Reader text) throws IOException {
    var reader = new JsonReader(text);
    reader.setStrictness(Strictness.STRICT);
    var value = value(reader, 0);
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new JsonParseException("text after the end" + place(reader));
    }
    return value;
  }

  private static JsonElement value(JsonReader reader, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new JsonParseException("nested deeper than " + DEEPEST + place(reader));
    }
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader, depth);
      case BEGIN_ARRAY -> array(reader, depth);
      case STRING -> new JsonPrimitive(reader.nextString());
      case NUMBER -> new JsonPrimitive(Double.valueOf(reader.nextString()));
      case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
      case NULL -> nothing(reader);
      default -> throw new JsonParseException("a value is missing" + place(reader));
    };
  }

  private static JsonElement nothing(JsonReader reader) throws IOException {
    reader.nextNull();
    return JsonNull.INSTANCE;
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
        throw new JsonParseException("\"" + name + "\" is there twice" + place(reader));
      }
      object.add(name, value(reader, depth + 1));
    }
    reader.endObject();
    return object;
  }

  // JsonReader tells line and column only in its own words: " at line 3 column 7 path $.a"
  private static String place(JsonReader reader) {
    var words = reader.toString();
    int at = words.indexOf(" at line");
    return at < 0 ? "" : words.substring(at);
  }
}
