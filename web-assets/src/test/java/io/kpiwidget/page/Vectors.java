package io.kpiwidget.page;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.stream.Stream;

/** Window messages with the verdict that each must get; in what order they come is not said. */
final class Vectors {

  /**
   * One message event.
   *
   * @param event as coded in the file; {@code vectors.js} decodes it
   * @param expected {@code accept}, or {@code drop:} and the reason
   */
  record Vector(String id, JsonObject event, String expected) {

    /** Whether it is dropped for its sender: then its data is not read. */
    boolean ofAStranger() {
      return expected.matches("drop:(?:untrusted|source|origin|ports)");
    }

    @Override
    public String toString() {
      return id;
    }
  }

  private Vectors() {}

  static Stream<Vector> all() {
    var file = JsonParser.parseString(Resources.text("window-messages.json")).getAsJsonObject();
    return file.getAsJsonArray("vectors").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(
            vector ->
                new Vector(
                    vector.get("id").getAsString(),
                    vector.getAsJsonObject("event"),
                    vector.get("expect").getAsString()));
  }
}
