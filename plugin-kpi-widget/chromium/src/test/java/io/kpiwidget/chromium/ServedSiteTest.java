package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** The sample sites as nginx serves them, opened in real Chromium. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
final class ServedSiteTest {

  private static final Path SAMPLES = Path.of("../../web-assets/samples");

  private static final String SNAPSHOT =
      """
      {"type": "snapshot", "v": 1, "version": 7, "title": "Figures", "locale": "en-GB",
       "timeZone": "Europe/Berlin", "asOf": "2026-11-23T13:52:07Z", "now": "2026-11-23T13:52:09Z",
       "age": "fresh", "state": {"kind": "live", "sentence": "", "nextStep": ""},
       "agent": {"name": "Maya Okafor"},
       "kpis": [{"id": "waiting", "title": "Waiting now", "unit": "count", "kind": "number",
         "value": 6, "status": "nearLimit", "target": 5, "delta": 2, "history": [1, null, 3, 6]}],
       "queues": [{"id": "q1", "name": "Sales", "status": "onTarget", "cells": []}],
       "trends": [{"id": "t", "title": "Handle time", "unit": "duration", "target": 270,
         "times": ["2026-11-23T08:00:00Z", "2026-11-23T08:15:00Z"],
         "series": {"own": [250, 300], "queue": [290, 280]}}]}
      """;

  /** Says that it is ready, and asks its own server for something when it was heard. */
  private static final String SHELL =
      """
      <!doctype html><title>Shell</title><p>Figures</p><script>
      const say = (message) => parent.postMessage(message, 'HOST');
      say({type: 'widget:ready'});
      say({type: 'widget:dimensions', height: 700});
      say({type: 'widget:refresh'});
      const look = () => innerHeight === 700 ? fetch('/grown') : setTimeout(look, 20);
      look();
      </script>
      """;

  /** Features of other versions than this one, and a warning meant for frames of one origin. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "level=WARNING, text=(?:Error with Permissions-Policy header: )?"
              + "(?:Origin trial controlled feature not enabled|Unrecognized feature|"
              + "An iframe which has both allow-scripts and allow-same-origin)");

  @TempDir private Path folder;
  private LoopbackSite shell;
  private LoopbackSite other;
  private ServedSite site;

  @BeforeEach
  void start() throws IOException {
    site = new ServedSite(Files.createDirectory(folder.resolve("web")));
    shell = new LoopbackSite().page("/app/", SHELL.replace("HOST", site.origin()));
    other = new LoopbackSite();
  }

  @AfterEach
  void end() {
    site.close();
    shell.close();
    other.close();
  }

  /** The sample with its origins on this computer. */
  private String sample(String name) throws IOException {
    return Files.readString(SAMPLES.resolve(name))
        .replaceFirst("\\{", "{\"development\": true,")
        .replaceAll("https://(?:kpi|widgets)\\.vendor\\.example(?::8443)?", site.origin())
        .replace("https://acme.mygenesys.com", shell.origin())
        .replaceAll("https://(?:login|acme-test)\\.mygenesys\\.com", other.origin());
  }

  private Visitor visit() throws IOException {
    return Visitor.open(folder, site.origin(), List.of(shell.origin(), other.origin()));
  }

  @Test
  void kpiOnly_drawsWithoutAViolation() throws Exception {
    site.generate(sample("kpi-only.json")).events(SNAPSHOT).serve();
    try (var visitor = visit()) {
      site.posted("\"shown\"");
      checkQuiet(visitor);
    }
  }

  @Test
  void kpiAndPlatform_drawAndTalkWithoutAViolation() throws Exception {
    var platform =
        "{\"type\": \"platform\", \"mode\": \"header\", \"src\": \""
            + shell.origin()
            + "/app/#/w\"}";
    site.generate(sample("kpi-and-platform.json")).events(SNAPSHOT, platform).serve();
    try (var visitor = visit()) {
      site.posted("widget:refresh");
      site.posted("\"shown\"");
      shell.await("/grown");
      checkQuiet(visitor);
    }
  }

  @Test
  void platformsOnly_showTheirShellWithoutAViolation_andWithoutAServerBehind() throws Exception {
    site.generate(sample("platforms-only.json")).serve();
    try (var visitor = visit()) {
      shell.await("/grown");
      checkQuiet(visitor);
      assertThat(site.posts()).isEmpty();
    }
  }

  @Test
  void headersOfAnotherGeneration_areAViolation_thatIsSeen() throws Exception {
    site.generate(sample("kpi-only.json")).events(SNAPSHOT);
    var config = folder.resolve("web/site/nginx.conf");
    var wrong = "style-src 'sha256-" + "A".repeat(43) + "='";
    Files.writeString(
        config, Files.readString(config).replaceAll("style-src 'sha256-[^']+'", wrong));
    site.serve();
    try (var visitor = visit()) {
      assertThat(site.posted("violation")).contains("style-src");
      assertThat(visitor.leave()).anyMatch(line -> line.contains("Content Security Policy"));
    }
  }

  private void checkQuiet(Visitor visitor) throws IOException {
    assertThat(visitor.leave()).allMatch(KNOWN.asPredicate());
    assertThat(site.posts()).noneMatch(post -> post.contains("violation"));
  }
}
