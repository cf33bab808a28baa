package io.kpiwidget.sandbox.platform;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.Map;
import java.util.Optional;

/** A request after HTTP: the route is the template, {@code id} the value of its parameter. */
record Call(
    String method,
    String route,
    String id,
    Map<String, String> headers,
    Map<String, String> parameters,
    String body) {
  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** A whole number in the address, or {@code otherwise}; anything else is refused. */
  long number(String name, long otherwise) {
    try {
      return parameter(name).map(Long::parseLong).orElse(otherwise);
    } catch (NumberFormatException notANumber) {
      throw Refusal.at("/" + name, "bad.request", name + " is a whole number");
    }
  }

  void requireForm() {
    if (!header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
      throw Refusal.oauth(400, "invalid_request", "The body is not a form");
    }
  }

  JsonObject json() {
    try {
      var parsed = Reply.GSON.fromJson(body, JsonObject.class);
      if (parsed != null) {
        return parsed;
      }
    } catch (JsonParseException | ClassCastException notAnObject) {
      // falls through to the refusal: the text of the parser would echo the body
    }
    throw Refusal.at("", "bad.request", "The body is not a JSON object");
  }
}
