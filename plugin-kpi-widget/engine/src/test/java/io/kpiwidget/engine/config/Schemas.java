package io.kpiwidget.engine.config;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import io.kpiwidget.page.HostPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The two schemas as an editor knows them, side by side in some folder. */
final class Schemas {

  private static final URI FOLDER = URI.create("https://kpi-widget.invalid/");
  private static final URI WIDGET = FOLDER.resolve("widget.schema.json");
  private static final URI CONFIGURATION = FOLDER.resolve("kpi-widget.schema.json");

  private final Validator validator =
      new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();

  Schemas() {
    validator.registerSchema(WIDGET, widget());
    validator.registerSchema(CONFIGURATION, configuration());
  }

  static JsonObject widget() {
    return schema("widget.schema.json");
  }

  static JsonObject configuration() {
    return schema("kpi-widget.schema.json");
  }

  boolean takesDefinition(JsonElement definition) {
    return validator.validate(WIDGET, definition).isValid();
  }

  boolean takesConfiguration(JsonElement configuration) {
    return validator.validate(CONFIGURATION, configuration).isValid();
  }

  private static JsonObject schema(String name) {
    try (var stream = HostPages.class.getResourceAsStream(name)) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return JsonParser.parseString(text).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
