package io.kpiwidget.desktop.soak;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Two widgets on the sample desktop, hidden for half of the time: what they cost the platform. */
final class FeedSoak {

  private final SoakOptions options;

  FeedSoak(SoakOptions options) {
    this.options = options;
  }

  int run() throws IOException, InterruptedException {
    try (var bench = Workbench.open(options, "")) {
      boolean peaceful = bench.awaitEnd();
      var figures =
          new FeedFigures(
              bench.ledger(),
              Turns.read(Files.readAllLines(bench.turns())),
              options.length(),
              panels(bench));
      var checks = new ArrayList<>(figures.checks());
      checks.add(
          new Check("the desktop ended", peaceful ? "by itself" : "badly", "by itself", peaceful));
      checks.add(Check.equal("panels", figures.panels().size(), SoakOptions.PANELS));
      System.err.print(figures.table());
      return new Verdict(checks, figures.json()).tell(options.json()) ? 0 : 1;
    }
  }

  private static List<JsonObject> panels(Workbench bench) throws IOException {
    var report = JsonParser.parseString(Files.readString(bench.report())).getAsJsonObject();
    var panels = new ArrayList<JsonObject>();
    panels.add(report.getAsJsonObject("panel"));
    report.getAsJsonArray("otherPanels").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .forEach(panels::add);
    return panels;
  }
}
