package io.kpiwidget.desktop.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.kpiwidget.host.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The facts of one run, as JSON for people and programs. */
final class Report {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  /** Taken over from the panel's diagnostics under the same name. */
  private static final List<String> FROM_PANEL =
      List.of(
          "firstKpiSwingMs",
          "firstKpiBrowserMs",
          "renderer",
          "upstreamRequests",
          "kpis",
          "queues",
          "frames",
          "trouble",
          "reason");

  private final JsonObject json = new JsonObject();

  Report panel(JsonObject diagnostics) {
    for (String name : FROM_PANEL) {
      JsonElement value = diagnostics.get(name);
      json.add(name, value == null ? JsonNull.INSTANCE : value);
    }
    json.add("panel", diagnostics);
    return this;
  }

  /** What further panels say. */
  Report others(List<JsonObject> diagnostics) {
    JsonArray list = new JsonArray();
    diagnostics.forEach(list::add);
    json.add("otherPanels", list);
    return this;
  }

  Report pluginLoad(OptionalLong millis) {
    json.add("pluginLoadMs", millis.isPresent() ? tree(millis.getAsLong()) : JsonNull.INSTANCE);
    return this;
  }

  Report stalls(Stalls.Found stalls) {
    json.addProperty("longestEdtStallMs", stalls.longestMs());
    json.addProperty("totalStalls", stalls.over50Ms());
    json.add("longestEdtStallWhere", GSON.toJsonTree(stalls.where()));
    return this;
  }

  Report who(String agent, String theme) {
    json.addProperty("agent", agent);
    json.addProperty("theme", theme);
    return this;
  }

  /** Nobody knows better than the panel here. */
  Report withoutTruth() {
    json.add("truth", JsonNull.INSTANCE);
    json.add("truthDifferences", new JsonArray());
    return this;
  }

  Report truth(JsonObject truth, List<TruthCheck.Difference> differences) {
    json.add("truth", truth);
    JsonArray list = new JsonArray();
    differences.forEach(d -> list.add(difference(d)));
    json.add("truthDifferences", list);
    return this;
  }

  private static JsonObject difference(TruthCheck.Difference d) {
    JsonObject one = new JsonObject();
    one.addProperty("view", d.view());
    one.addProperty("queue", d.queue().isEmpty() ? null : d.queue());
    one.addProperty("kpi", d.kpi());
    one.addProperty("text", d.text());
    one.addProperty("shown", d.shown().isPresent() ? d.shown().getAsDouble() : null);
    one.addProperty("truth", d.truth().isPresent() ? d.truth().getAsDouble() : null);
    return one;
  }

  Report notices(List<Notice> notices) {
    JsonArray list = new JsonArray();
    notices.forEach(n -> list.add(notice(n)));
    json.add("notices", list);
    return this;
  }

  private static JsonObject notice(Notice n) {
    JsonObject one = new JsonObject();
    one.addProperty("level", n.level().name());
    one.addProperty("plugin", n.plugin());
    one.addProperty("text", n.text());
    one.addProperty("nextStep", n.nextStep());
    return one;
  }

  JsonObject json() {
    return json;
  }

  /** Writes it, with the folders it needs. Blocks. */
  void write(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, GSON.toJson(json) + "\n");
  }

  private static JsonElement tree(long number) {
    return GSON.toJsonTree(number);
  }
}
