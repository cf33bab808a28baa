package io.kpiwidget.page;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.util.Map;

/** The headers by path, for a server that no file is written for; "*" is everything else. */
final class HeadersJson {

  private HeadersJson() {}

  static String text(Served served) {
    var json = new JsonObject();
    for (var page : served.pages()) {
      served.paths(page).forEach(path -> json.add(path, object(page.headers())));
    }
    json.add("*", object(served.refusal()));
    var gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    return gson.toJson(json) + "\n";
  }

  private static JsonObject object(Map<String, String> headers) {
    var object = new JsonObject();
    headers.forEach(object::addProperty);
    return object;
  }
}
