package io.kpiwidget.desktop;

import static io.kpiwidget.desktop.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kpiwidget.desktop.window.Look;
import io.kpiwidget.desktop.window.Place;
import io.kpiwidget.sandbox.Sandbox.SampleAgent;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.swing.JComponent;
import javax.swing.JLabel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole road: sandbox, plugin jar, both views, real Chromium, driven as an agent would. */
final class KpiPanelIT {

  /** A machine that builds at the same time is slow; nothing here is about speed. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String PANEL = "kpi-widget";

  @TempDir private Path folder;
  private Workplace workplace;

  @BeforeEach
  void openWorkplace() throws Exception {
    workplace = new Workplace(folder);
  }

  @AfterEach
  void closeWorkplace() {
    workplace.close();
  }

  @Test
  void figures_areShownNativelyThenInChromium_andAreTheTruth() throws Exception {
    try (DesktopDriver driver = workplace.open()) {
      driver.awaitDiagnostics("native figures", PATIENCE, d -> milestone(d, "firstKpiSwingMs"));
      awaitChromium(driver);
      await(
          "both views to show what is true",
          PATIENCE,
          () -> {
            JsonObject truth = workplace.truth(workplace.agent(0)).getAsJsonObject("kpis");
            JsonObject shown = driver.diagnostics().getAsJsonObject("kpis");
            return sameNumber(shown.getAsJsonObject("swing"), truth, "handled")
                && sameNumber(shown.getAsJsonObject("browser"), truth, "handled")
                && sameNumber(shown.getAsJsonObject("browser"), truth, "aht");
          });
      JsonObject frame = driver.diagnostics().getAsJsonArray("frames").get(0).getAsJsonObject();
      assertThat(frame.get("sandbox").getAsString()).isEqualTo("allow-scripts");
      assertThat(frame.get("origin").getAsString()).isEqualTo("null");
    }
  }

  @Test
  void anotherAgent_seesTheirOwnQueues_withATokenOfTheirOwn() throws Exception {
    SampleAgent first = workplace.agent(0);
    SampleAgent second = workplace.agent(1);
    try (DesktopDriver driver = workplace.open()) {
      awaitQueues(driver, "swing", first);
      driver.signOut();
      driver.awaitDiagnostics(
          "no figures while nobody is signed in",
          PATIENCE,
          d -> d.getAsJsonObject("kpis").getAsJsonObject("swing").size() == 0);
      driver.signInAs(second.id());
      awaitChromium(driver);
      awaitQueues(driver, "swing", second);
      awaitQueues(driver, "browser", second);
    }
    assertThat(tokens(second)).isNotEmpty().doesNotContainAnyElementsOf(tokens(first));
    assertThat(agentOfLastQuery()).isEqualTo(second.id());
  }

  @Test
  void agentState_chosenAtTheDesktop_isInBothViewsAndGoneAtTheSignOut() throws Exception {
    Devtools tools = new Devtools(folder);
    try (DesktopDriver driver =
        workplace.open("--setting", "kpi-widget.java=" + tools.launcher())) {
      awaitChromium(driver);
      driver.window().comboBox("softphone.state").selectItem("Lunch");
      awaitState(driver, tools, "Lunch");
      driver.signOut();
      awaitState(driver, tools, "");
    }
  }

  private static void awaitState(DesktopDriver driver, Devtools tools, String start)
      throws Exception {
    String page = "document.querySelector('.doing').textContent";
    await(
        "both views to say " + start,
        PATIENCE,
        () ->
            begins(nativeState(driver), start)
                && begins(tools.run("https://kpi-host.invalid/kpi.", page), start));
  }

  private static boolean begins(String text, String start) {
    return start.isEmpty() ? text.isEmpty() : text.startsWith(start);
  }

  /** The native view may be behind the browser's. */
  private static String nativeState(DesktopDriver driver) throws Exception {
    JComponent panel = driver.panel().component();
    return DesktopDriver.onEdt(
        () ->
            driver.robot().finder().find(panel, named -> "native.agent".equals(named.getName()))
                    instanceof JLabel label
                ? label.getText()
                : "no such line");
  }

  @Test
  void queueLost_takesItsRowAway() throws Exception {
    SampleAgent agent = workplace.agent(0);
    try (DesktopDriver driver = workplace.open()) {
      awaitQueues(driver, "swing", agent);
      driver.moveTo(agent.queues().get(0), otherQueue(agent));
      driver.awaitDiagnostics(
          "the other queue's row",
          PATIENCE,
          d ->
              queues(d, "swing").contains(otherQueue(agent))
                  && !queues(d, "swing").contains(agent.queues().get(0)));
    }
  }

  @Test
  void platformDown_keepsTheFiguresWithTheirAge_andComesBackByItself() throws Exception {
    try (DesktopDriver driver = workplace.open()) {
      awaitChromium(driver);
      workplace.control("/control/down", "{\"down\":true}");
      driver.awaitDiagnostics(
          "the trouble beside the figures",
          PATIENCE,
          d -> troubleCode(d).equals("UNREACHABLE") && shown(d, "swing") > 0);
      workplace.control("/control/down", "{\"down\":false}");
      driver.awaitDiagnostics(
          "fresh figures", Duration.ofSeconds(120), d -> troubleCode(d).isEmpty());
    }
  }

  @Test
  void platformDownAtStart_saysSo_andComesUpByItself() throws Exception {
    workplace.control("/control/down", "{\"down\":true}");
    try (DesktopDriver driver = workplace.open()) {
      driver.awaitDiagnostics("the reason", PATIENCE, d -> troubleCode(d).equals("UNREACHABLE"));
      workplace.control("/control/down", "{\"down\":false}");
      driver.awaitDiagnostics("figures", Duration.ofSeconds(120), d -> shown(d, "swing") > 0);
    }
  }

  @Test
  void wrongConfiguration_isNamedWithFileAndPlace_andTheDesktopGoesOn() throws Exception {
    Files.writeString(
        workplace.config(),
        Files.readString(workplace.config()).replace("\"dialect\"", "\"dialekt\""));
    try (DesktopDriver driver = workplace.open()) {
      driver.awaitDiagnostics("the error", PATIENCE, d -> troubleCode(d).equals("CONFIG"));
      JsonObject trouble = driver.diagnostics().getAsJsonObject("trouble");
      assertThat(trouble.get("sentence").getAsString()).contains("/platform/dialekt");
      assertThat(trouble.get("nextStep").getAsString()).contains("dialect");
      assertThat(driver.diagnostics().get("config").getAsString()).isEqualTo("kpi-widget.json");
      driver.look(Look.DARK);
      await(
          "a desktop that goes on",
          () -> DesktopDriver.onEdt(() -> driver.window().target().isShowing()));
    }
  }

  @Test
  void browserProcessKilled_leavesTheNativeView_andComesBack() throws Exception {
    try (DesktopDriver driver = workplace.open()) {
      awaitChromium(driver);
      long pid = pid(driver);
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      driver.awaitDiagnostics(
          "another browser process in front",
          PATIENCE,
          d -> renderer(d).equals("chromium") && pid(d) != pid && shown(d, "browser") > 0);
      assertThat(shown(driver.diagnostics(), "swing")).isPositive();
    }
  }

  @Test
  void platformsOwnWidget_isFramedAsTheGuideSays() throws Exception {
    workplace.view("platform");
    try (DesktopDriver driver = workplace.open()) {
      awaitChromium(driver);
      JsonObject frame = driver.diagnostics().getAsJsonArray("frames").get(0).getAsJsonObject();
      assertThat(frame.get("sandbox").getAsString())
          .isEqualTo("allow-scripts allow-same-origin allow-forms");
      driver.awaitDiagnostics(
          "a message from the shell's own origin",
          PATIENCE,
          d ->
              d.getAsJsonArray("frames")
                  .get(0)
                  .getAsJsonObject()
                  .get("origin")
                  .getAsString()
                  .startsWith("http://127.0.0.1:"));
    }
    assertThat(ledgerOrigins()).contains("shell");
  }

  @Test
  void withoutChromium_theNativeViewStays_withTheReason() throws Exception {
    try (DesktopDriver driver = workplace.open("--natives", folder.resolve("nothing").toString())) {
      driver.awaitDiagnostics(
          "figures and the reason",
          PATIENCE,
          d -> shown(d, "swing") > 0 && !d.get("reason").getAsString().isEmpty());
      assertThat(renderer(driver.diagnostics())).isEqualTo("swing");
    }
  }

  @Test
  void lookOfTheDesktop_isTheLookOfThePage() throws Exception {
    try (DesktopDriver driver = workplace.open("--theme", "light")) {
      awaitChromium(driver);
      await("a light page", PATIENCE, () -> brightness(driver) > 200);
      driver.look(Look.DARK);
      await("a dark page", PATIENCE, () -> brightness(driver) < 90);
    }
  }

  @Test
  void floatedPanel_showsItsFigures_andHidesAndComesBack() throws Exception {
    try (DesktopDriver driver = workplace.open()) {
      awaitChromium(driver);
      driver.toggleFloating(PANEL);
      await("a window of its own", () -> driver.place(PANEL) == Place.FLOATING);
      driver.awaitDiagnostics(
          "figures in the window", PATIENCE, d -> renderer(d).equals("chromium"));
      driver.toggleFloating(PANEL);
      await("the dock", () -> driver.place(PANEL) == Place.DOCKED);
      driver.toggleShown(PANEL);
      await("a hidden panel", () -> driver.place(PANEL) == Place.HIDDEN);
      driver.toggleShown(PANEL);
      driver.awaitDiagnostics(
          "figures again",
          PATIENCE,
          d -> renderer(d).equals("chromium") && shown(d, "browser") > 0);
    }
  }

  @Test
  void timedRun_withoutAnyFigure_isReportedWithRendererAndTrouble() throws Exception {
    Path report = folder.resolve("report.json");
    workplace.control("/control/down", "{\"down\":true}");
    try (DesktopDriver driver =
        workplace.open("--exit-after", "8", "--report", report.toString())) {
      assertThat(driver.desktop().awaitExit()).isZero();
    }
    JsonObject json = JsonParser.parseString(Files.readString(report)).getAsJsonObject();
    assertThat(renderer(json)).isNotEmpty();
    assertThat(troubleCode(json)).isEqualTo("UNREACHABLE");
    assertThat(json.getAsJsonArray("truthDifferences")).isEmpty();
  }

  private static void awaitChromium(DesktopDriver driver) throws Exception {
    driver.awaitDiagnostics("Chromium in front", PATIENCE, d -> renderer(d).equals("chromium"));
  }

  private static void awaitQueues(DesktopDriver driver, String view, SampleAgent agent)
      throws Exception {
    Set<String> expected = new TreeSet<>(agent.queues());
    driver.awaitDiagnostics(
        "the queues of " + agent.name() + " in " + view,
        PATIENCE,
        d -> queues(d, view).equals(expected));
  }

  private static boolean milestone(JsonObject diagnostics, String name) {
    return diagnostics.get(name).getAsLong() > 0;
  }

  private static String renderer(JsonObject diagnostics) {
    return diagnostics.get("renderer").getAsString();
  }

  private static int shown(JsonObject diagnostics, String view) {
    return diagnostics.getAsJsonObject("kpis").getAsJsonObject(view).size();
  }

  private static String troubleCode(JsonObject diagnostics) {
    JsonElement code = diagnostics.getAsJsonObject("trouble").get("code");
    return code == null ? "" : code.getAsString();
  }

  private static long pid(DesktopDriver driver) throws Exception {
    return pid(driver.diagnostics());
  }

  private static long pid(JsonObject diagnostics) {
    JsonElement pid = diagnostics.getAsJsonObject("browser").get("pid");
    return pid == null ? -1 : pid.getAsLong();
  }

  private static Set<String> queues(JsonObject diagnostics, String view) {
    return new Seen(diagnostics, view).queues();
  }

  private static boolean sameNumber(JsonObject shown, JsonObject truth, String kpi) {
    return shown.has(kpi)
        && truth.get(kpi).isJsonPrimitive()
        && Math.abs(
                shown.getAsJsonObject(kpi).get("value").getAsDouble()
                    - truth.get(kpi).getAsDouble())
            < 1e-6;
  }

  private String otherQueue(SampleAgent agent) {
    return List.of(workplace.agent(1), workplace.agent(2), workplace.agent(3)).stream()
        .flatMap(other -> other.queues().stream())
        .filter(queue -> !agent.queues().contains(queue))
        .findFirst()
        .orElseThrow();
  }

  private Set<String> tokens(SampleAgent agent) throws Exception {
    return ledger().stream()
        .filter(entry -> entry.get("route").getAsString().equals("/v2/analytics/query"))
        .filter(entry -> text(entry, "agent").equals(agent.id()))
        .map(entry -> text(entry, "tokenId"))
        .collect(Collectors.toSet());
  }

  private String agentOfLastQuery() throws Exception {
    return ledger().stream()
        .filter(entry -> entry.get("route").getAsString().equals("/v2/analytics/query"))
        .map(entry -> text(entry, "agent"))
        .reduce("", (before, last) -> last);
  }

  private Set<String> ledgerOrigins() throws Exception {
    return ledger().stream().map(entry -> text(entry, "origin")).collect(Collectors.toSet());
  }

  private List<JsonObject> ledger() throws Exception {
    JsonArray entries = workplace.ledger();
    return StreamSupport.stream(entries.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static String text(JsonObject json, String key) {
    return json.has(key) && !json.get(key).isJsonNull() ? json.get(key).getAsString() : "";
  }

  /** Of the panel's corner pixel, which is the page's background while Chromium is in front. */
  private static int brightness(DesktopDriver driver) throws Exception {
    JComponent panel = driver.panel().component();
    return DesktopDriver.onEdt(
        () -> {
          var picture =
              new BufferedImage(panel.getWidth(), panel.getHeight(), BufferedImage.TYPE_INT_RGB);
          panel.paint(picture.createGraphics());
          var corner = new Color(picture.getRGB(3, panel.getHeight() - 3));
          return (corner.getRed() + corner.getGreen() + corner.getBlue()) / 3;
        });
  }
}
