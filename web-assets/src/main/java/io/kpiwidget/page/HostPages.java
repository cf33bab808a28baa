package io.kpiwidget.page;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The generator. Pure: the same site gives the same bytes on every machine, in every locale and
 * time zone.
 */
public final class HostPages {

  private HostPages() {}

  /** The host page ("/index.html") and, where wanted, the KPI view ("/kpi.&lt;hash&gt;.html"). */
  public static List<Page> generate(Site site) {
    var pages = new ArrayList<Page>();
    if (site.kpiView()) {
      pages.add(kpiView(site));
    }
    pages.add(0, hostPage(site, pages.stream().map(Page::path).findFirst()));
    return List.copyOf(pages);
  }

  private static Page hostPage(Site site, Optional<String> kpiPath) {
    var script = Resources.text("served/host.js");
    var style = Resources.text("served/host.css");
    var policy = Policy.ofHostPage(site, kpiPath, script, style);
    var values = shared(site, policy, script, style);
    values.put("frames", frames(site, kpiPath));
    values.put("config", Template.json(hostConfig(site)));
    var body = new Template(Resources.text("index.html")).fill(values);
    return new Page("/index.html", policy.headers(), body);
  }

  private static Page kpiView(Site site) {
    var script = Resources.text("served/kpi.js");
    var style = Resources.text("served/kpi.css");
    var policy = Policy.ofKpiView(site, script, style);
    var values = shared(site, policy, script, style);
    values.put("host", site.hostOrigin().value());
    values.put("loading", Words.word(site.locale(), "loading"));
    var body = new Template(Resources.text("kpi.html")).fill(values);
    return new Page("/kpi." + Hash.hex(body).substring(0, 12) + ".html", policy.headers(), body);
  }

  private static Map<String, String> shared(Site site, Policy policy, String script, String style) {
    var values = new LinkedHashMap<String, String>();
    values.put("language", site.locale().toLanguageTag());
    values.put("direction", Words.direction(site.locale()));
    values.put("title", site.title());
    values.put("policy", policy.meta());
    values.put("style", style);
    values.put("script", script);
    return values;
  }

  private static String frames(Site site, Optional<String> kpiPath) {
    var frames = new StringBuilder();
    kpiPath.ifPresent(
        path -> frames.append(kpiFrame(path, Words.word(site.locale(), "frame.kpi"))));
    if (site.platformOrigin().isPresent()) {
      frames.append(platformFrame(site, Words.word(site.locale(), "frame.platform")));
    }
    return frames.toString();
  }

  private static String kpiFrame(String path, String title) {
    return new Template(Resources.text("kpi-frame.html"))
        .fill(
            Map.of(
                "title",
                title,
                "src",
                path.substring(1),
                "sandbox",
                Policy.KPI_SANDBOX,
                "allow",
                Features.ofKpiFrame()));
  }

  /** Without an address: the page clones it when an event names a checked one. */
  private static String platformFrame(Site site, String title) {
    return new Template(Resources.text("platform-frame.html"))
        .fill(
            Map.of(
                "title",
                site.title() + " \u2013 " + title,
                "sandbox",
                site.sandbox(),
                "allow",
                Features.ofPlatformFrame()));
  }

  private static JsonObject hostConfig(Site site) {
    var config = new JsonObject();
    config.addProperty("dataSource", site.dataSource());
    config.addProperty("fallbackHeight", site.fallbackHeight());
    config.addProperty("leastHeight", Site.LEAST_HEIGHT);
    config.addProperty("greatestHeight", Site.GREATEST_HEIGHT);
    site.platformOrigin().ifPresent(origin -> config.addProperty("platformOrigin", origin.value()));
    if (site.kpiView()) {
      config.add("words", Words.json());
    }
    return config;
  }
}
