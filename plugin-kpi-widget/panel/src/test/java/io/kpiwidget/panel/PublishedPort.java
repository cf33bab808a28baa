package io.kpiwidget.panel;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import io.kpiwidget.page.HostPages;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The JSON Schema of what a host page says to its KPI view. */
final class PublishedPort {

  private static final URI SCHEMA = URI.create("https://kpi-widget.invalid/kpi-port.schema.json");

  private final Validator validator =
      new ValidatorFactory().withJsonNodeFactory(new GsonNode.Factory()).createValidator();

  PublishedPort() throws IOException {
    try (var stream = HostPages.class.getResourceAsStream("kpi-port.schema.json")) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      validator.registerSchema(SCHEMA, JsonParser.parseString(text));
    }
  }

  /** Whether {@code body} is as its type must be. */
  boolean takes(JsonElement body) {
    var type = body.getAsJsonObject().get("type").getAsString();
    return validator.validate(URI.create(SCHEMA + "#/$defs/" + type), body).isValid();
  }
}
