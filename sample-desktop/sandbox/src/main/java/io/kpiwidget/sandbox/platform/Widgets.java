package io.kpiwidget.sandbox.platform;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Widget definitions by id; the oldest go when there are too many. Thread-safe. */
final class Widgets {
  private static final int MOST = 10_000;
  private final Map<String, JsonObject> definitions = new LinkedHashMap<>();

  synchronized String add(JsonObject definition) {
    if (definitions.size() == MOST) {
      definitions.remove(definitions.keySet().iterator().next());
    }
    var id = UUID.randomUUID().toString();
    definitions.put(id, definition.deepCopy());
    return id;
  }

  synchronized Optional<JsonObject> find(String id) {
    return Optional.ofNullable(definitions.get(id)).map(JsonObject::deepCopy);
  }

  /** False when there was none. */
  synchronized boolean forget(String id) {
    return definitions.remove(id) != null;
  }

  synchronized void forgetAll() {
    definitions.clear();
  }
}
