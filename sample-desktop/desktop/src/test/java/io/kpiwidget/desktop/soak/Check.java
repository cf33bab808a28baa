package io.kpiwidget.desktop.soak;

import com.google.gson.JsonObject;

/** One line of the verdict: what was seen and what had to be. */
record Check(String name, String seen, String expected, boolean ok) {

  static Check equal(String name, long seen, long expected) {
    return new Check(name, Long.toString(seen), Long.toString(expected), seen == expected);
  }

  static Check between(String name, long seen, long least, long most) {
    return new Check(
        name, Long.toString(seen), least + " to " + most, least <= seen && seen <= most);
  }

  static Check none(String name, Object seen, boolean isNone) {
    return new Check(name, isNone ? "none" : seen.toString(), "none", isNone);
  }

  JsonObject json() {
    var json = new JsonObject();
    json.addProperty("name", name);
    json.addProperty("seen", seen);
    json.addProperty("expected", expected);
    json.addProperty("ok", ok);
    return json;
  }
}
