package io.kpiwidget.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A site's pages in one locale. */
record Edition(Site site, Locale locale, String title, String path) {

  /** The host page, and the KPI view where it is wanted. */
  List<Page> pages() {
    var kpiView = site.kpiView() ? Optional.of(kpiView()) : Optional.<Page>empty();
    return Stream.concat(Stream.of(hostPage(kpiView.map(Page::path))), kpiView.stream()).toList();
  }

  private Page hostPage(Optional<String> kpiPath) {
    var script = Resources.text("served/host.js");
    var style = Resources.text("served/host.css");
    var policy = Policy.ofHostPage(site, kpiPath, script, style);
    var values = shared(policy, script, style);
    values.put("frames", frames(kpiPath));
    values.put("config", Template.json(hostConfig()));
    var body = new Template(Resources.text("index.html")).fill(values);
    return new Page(path, policy.headers(), body);
  }

  private Page kpiView() {
    var script = Resources.text("served/kpi.js");
    var style = Resources.text("served/kpi.css");
    var policy = Policy.ofKpiView(site, script, style);
    var values = shared(policy, script, style);
    values.put("host", site.hostOrigin().value());
    values.put("loading", Words.word(locale, "loading"));
    var body = new Template(Resources.text("kpi.html")).fill(values);
    return new Page("/kpi." + Hash.hex(body).substring(0, 12) + ".html", policy.headers(), body);
  }

  private Map<String, String> shared(Policy policy, String script, String style) {
    var values = new LinkedHashMap<String, String>();
    values.put("language", locale.toLanguageTag());
    values.put("direction", Words.direction(locale));
    values.put("title", title);
    values.put("policy", policy.meta());
    values.put("style", style);
    values.put("script", script);
    return values;
  }

  private String frames(Optional<String> kpiPath) {
    return kpiPath.map(this::kpiFrame).orElse("")
        + site.platform().map(this::platformFrame).orElse("");
  }

  private String kpiFrame(String kpiPath) {
    return new Template(Resources.text("kpi-frame.html"))
        .fill(
            Map.of(
                "title",
                Words.word(locale, "frame.kpi"),
                "src",
                kpiPath.substring(1),
                "sandbox",
                Policy.KPI_SANDBOX,
                "allow",
                Features.ofKpiFrame()));
  }

  /** Without an address: the page's script clones it for a checked one. */
  private String platformFrame(PlatformShell shell) {
    return new Template(Resources.text("platform-frame.html"))
        .fill(
            Map.of(
                "title",
                title + " \u2013 " + Words.word(locale, "frame.platform"),
                "sandbox",
                shell.sandboxAttribute(),
                "allow",
                Features.ofPlatformFrame()));
  }

  private JsonObject hostConfig() {
    var config = new JsonObject();
    config.addProperty("dataSource", site.dataSource());
    site.platform().ifPresent(shell -> addShell(config, shell));
    if (site.kpiView()) {
      config.add("words", Words.json());
    }
    return config;
  }

  private static void addShell(JsonObject config, PlatformShell shell) {
    config.addProperty("fallbackHeight", shell.fallbackHeight());
    config.addProperty("leastHeight", Site.LEAST_HEIGHT);
    config.addProperty("greatestHeight", Site.GREATEST_HEIGHT);
    var origins = new JsonArray();
    shell.origins().forEach(origin -> origins.add(origin.value()));
    config.add("platformOrigins", origins);
    config.add("messages", shell.messages().messages());
    shell.address().ifPresent(address -> config.addProperty("shell", address));
  }
}
