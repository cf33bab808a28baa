package io.kpiwidget.desktop.soak;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param about what was run and measured
 */
record Verdict(List<Check> checks, JsonObject about) {

  /** The table for people, the JSON for programs and for {@code file}; whether all is well. */
  boolean tell(@Nullable Path file) throws IOException {
    for (var check : checks) {
      System.err.printf(
          "%-4s %-58s %-32s expected %s%n",
          check.ok() ? "ok" : "FAIL", check.name(), check.seen(), check.expected());
    }
    var json = json();
    System.out.println(json);
    if (file != null) {
      Files.writeString(file, json + "\n");
    }
    return ok();
  }

  private boolean ok() {
    return checks.stream().allMatch(Check::ok);
  }

  private String json() {
    var json = new JsonObject();
    json.addProperty("ok", ok());
    about.asMap().forEach(json::add);
    var list = new JsonArray();
    checks.forEach(check -> list.add(check.json()));
    json.add("checks", list);
    return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json);
  }
}
