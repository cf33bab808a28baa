package io.kpiwidget.desktop;

import static io.kpiwidget.desktop.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.kpiwidget.desktop.report.EdtWatchdog;
import io.kpiwidget.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A platform that has turned against the desktop, in real Chromium inside the panel. Three origins:
 * the host page's, the platform's, and one that nobody may reach.
 */
final class HostilePlatformIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String HOST = "https://kpi-host.invalid/";
  private static final String PLATFORM = "https://acme.mygenesys.com";
  private static final int MESSAGES = 200_000;
  private static final Duration NOTICEABLE = Duration.ofMillis(50);

  /** Reading such a message takes seconds. */
  private static final String BOMB =
      "(() => { const bomb = {type: 'widget:ready'};"
          + " for (let i = 0; i < 4e5; i++) bomb['k' + i] = i; return bomb })()";

  /** What a shell must say to be shown; the rest is put into its document by the tests. */
  private static final String SHELL =
      "<!doctype html><body><script>parent.postMessage({type: 'widget:ready'}, '*')</script>";

  /** A frame within the platform's, of opaque origin, in which {@code script} runs. */
  private static final String NESTED =
      """
      (script => {
        const frame = document.createElement('iframe');
        frame.sandbox = 'allow-scripts';
        frame.srcdoc = '<script>' + script + '<' + '/script>';
        document.body.append(frame);
      })""";

  /** What the host page tells Java, and the longest that its thread was busy. */
  private static final String WATCH =
      """
      (() => {
        const fetched = window.fetch;
        window.told = [];
        window.fetch = (path, options) => { told.push(options.body); return fetched(path, options) };
        window.busy = 0;
        let last = performance.now();
        setInterval(() => {
          const now = performance.now();
          busy = Math.max(busy, now - last);
          last = now;
        }, 10);
      })()""";

  @TempDir private Path folder;
  private Workplace workplace;
  private Devtools tools;
  private LoopbackSite platform;
  private LoopbackSite hostile;

  @BeforeEach
  void openWorkplace() throws Exception {
    platform = new LoopbackSite(SHELL);
    hostile = new LoopbackSite("");
    workplace =
        new Workplace(folder, SandboxOptions.defaults().seed(11))
            .view("platform", "header", platform.origin());
    tools = new Devtools(folder);
  }

  @AfterEach
  void closeWorkplace() {
    hostile.close();
    platform.close();
    workplace.close();
  }

  @Test
  void vectors_sentByTheFrame_areJudgedAsByTheFilterAlone() throws Exception {
    try (DesktopDriver driver = open()) {
      tools.run(HOST, WATCH);
      Map<String, Integer> dropped = new TreeMap<>();
      sendable()
          .map(vector -> text(vector, "expect"))
          .filter(expect -> !expect.equals("accept"))
          .forEach(expect -> dropped.merge(expect.substring("drop:".length()), 1, Integer::sum));
      assertThat(dropped).hasSizeGreaterThan(8);
      int nested = send();

      assertThat(dropped.get("source")).isEqualTo(nested);
      driver.awaitDiagnostics("each drop by its reason", PATIENCE, d -> counts(d).equals(dropped));
      assertThat(tools.run(HOST, "told.filter(t => /widget:(error|token-taken)/.test(t)).length"))
          .isEqualTo("2");
      assertThat(tools.run(HOST, "told.filter(t => /\"height\":400\\.5/.test(t)).length"))
          .isEqualTo("1");
    }
  }

  /** All that the shell's document can send, eight a second: the filter allows ten. */
  private int send() throws Exception {
    tools.run(shell(), "(() => {" + Files.readString(messages("vectors.js")) + "})()");
    int nested = 0;
    for (JsonObject vector : sendable().toList()) {
      String event = vector.getAsJsonObject("event").toString();
      boolean within = !text(vector.getAsJsonObject("event"), "source").equals("platform");
      nested += within ? 1 : 0;
      String ports = event.contains("\"ports\"") ? "[new MessageChannel().port1]" : "[]";
      String message = "vectorData(" + quoted(event) + ")";
      tools.run(
          shell(),
          within
              ? NESTED + "('top.postMessage(' + JSON.stringify(" + message + ") + ',\"*\")')"
              : "parent.postMessage(" + message + ", '*', " + ports + ")");
      paced();
    }
    return nested;
  }

  private void paced() throws Exception {
    long until = System.nanoTime() + Duration.ofMillis(120).toNanos();
    await("the next message's turn", () -> System.nanoTime() > until);
  }

  @Test
  void bombsAndEscapes_ofTheFrameAndFromWithin_changeNothing() throws Exception {
    try (DesktopDriver driver = open()) {
      tools.run(HOST, WATCH);
      String evil = hostile.origin().toString();
      tools.run(shell(), NESTED + "('top.postMessage(" + BOMB.replace("'", "\\'") + ", \"*\")')");
      driver.awaitDiagnostics("the bomb dropped", PATIENCE, d -> counts(d).containsKey("source"));
      assertThat(Double.parseDouble(tools.run(HOST, "busy"))).isLessThan(1500);

      tools.run(shell(), "(open('" + evil + "/popup'), '')");
      tools.run(
          shell(), "(() => { try { top.location = '" + evil + "/top' } catch { return 1 } })()");
      tools.run(
          shell(),
          "(f => (f.src = '"
              + evil
              + "/nested', document.body.append(f)))"
              + "(document.createElement('iframe'))");
      driver.awaitDiagnostics(
          "the frame within refused", PATIENCE, d -> counts(d).containsKey("browser frame"));
      tools.run(shell(), "(location = '" + evil + "/self', '')");
      driver.awaitDiagnostics(
          "its own navigation refused",
          PATIENCE,
          d -> counts(d).containsKey("violation frame-src"));
      assertThat(counts(driver.diagnostics()))
          .isEqualTo(Map.of("source", 1, "browser frame", 1, "violation frame-src", 1));
      assertThat(tools.run(HOST, "location.href")).isEqualTo(HOST + "index.html");
      assertThat(hostile.requests()).isZero();
    }
  }

  @Test
  void flood_isQuarantined_theDesktopGoesOnAndTheFiguresStay() throws Exception {
    try (DesktopDriver driver = open();
        EdtWatchdog edt = EdtWatchdog.start();
        MachineWatch machine = MachineWatch.start()) {
      tools.run(
          shell(),
          "(() => { for (let i = 0; i < "
              + MESSAGES
              + "; i++) parent.postMessage({type: 'widget:dimensions', height: i % 4000}, '*') })()");
      driver.awaitDiagnostics("quarantine", PATIENCE, d -> counts(d).containsKey("quarantine"));
      driver.awaitDiagnostics("native figures", PATIENCE, HostilePlatformIT::nativeFigures);
      // this question stands behind all messages in the host page's queue
      assertThat(tools.run(HOST, "document.querySelectorAll('iframe').length")).isEqualTo("0");

      JsonObject now = driver.diagnostics();
      assertThat(counts(now).get("quarantine")).isEqualTo(1);
      assertThat(now.getAsJsonArray("frames")).isEmpty();
      assertThat(driver.panel().component().isShowing()).isTrue();
      assertThat(Duration.ofMillis(edt.found().longestMs()))
          .as("beside a machine that let nobody run for %s", machine.longest())
          .isLessThan(NOTICEABLE.plus(machine.longest()));
    }
  }

  private static boolean nativeFigures(JsonObject diagnostics) {
    return text(diagnostics, "renderer").equals("swing")
        && diagnostics.getAsJsonObject("kpis").getAsJsonObject("swing").size() > 0;
  }

  private DesktopDriver open() throws Exception {
    DesktopDriver driver = workplace.open("--setting", "kpi-widget.java=" + tools.launcher());
    driver.awaitDiagnostics(
        "the shell in front", PATIENCE, d -> text(d, "renderer").equals("chromium"));
    return driver;
  }

  private String shell() {
    return platform.origin() + "/";
  }

  private static Map<String, Integer> counts(JsonObject diagnostics) {
    Map<String, Integer> counts = new TreeMap<>();
    diagnostics
        .getAsJsonObject("rejected")
        .entrySet()
        .forEach(count -> counts.put(count.getKey(), count.getValue().getAsInt()));
    return counts;
  }

  /** Without those that need another origin in the frame, a popup, or a script of our own page. */
  private static Stream<JsonObject> sendable() throws IOException {
    String json = Files.readString(messages("window-messages.json"));
    List<JsonElement> all =
        JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("vectors").asList();
    return all.stream().map(JsonElement::getAsJsonObject).filter(HostilePlatformIT::isSendable);
  }

  private static boolean isSendable(JsonObject vector) {
    JsonObject event = vector.getAsJsonObject("event");
    boolean own =
        text(event, "source").equals("platform") && text(event, "origin").equals(PLATFORM);
    return event.get("trusted").getAsBoolean()
        && (own || text(event, "source").equals("nested"))
        && !text(vector, "expect").equals("drop:clone");
  }

  private static Path messages(String name) {
    return Path.of(System.getProperty("messages.folder"), name);
  }

  private static String quoted(String text) {
    return new JsonPrimitive(text).toString();
  }

  private static String text(JsonObject json, String key) {
    return json.get(key).getAsString();
  }
}
