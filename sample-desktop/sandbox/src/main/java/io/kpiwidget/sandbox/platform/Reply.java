package io.kpiwidget.sandbox.platform;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** An answer before it becomes HTTP. */
record Reply(int status, Map<String, String> headers, String body) {
  static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply json(int status, JsonElement body) {
    return new Reply(
        status,
        Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
        GSON.toJson(body));
  }

  static Reply noContent() {
    return new Reply(204, Map.of(), "");
  }

  Reply with(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, body);
  }

  static JsonObject object(String name, String value) {
    var object = new JsonObject();
    object.addProperty(name, value);
    return object;
  }
}
