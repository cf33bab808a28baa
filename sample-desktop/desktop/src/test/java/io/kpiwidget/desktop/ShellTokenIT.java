package io.kpiwidget.desktop;

import static io.kpiwidget.desktop.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kpiwidget.sandbox.SandboxOptions;
import java.awt.Point;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The platform's own widget in real Chromium while its access tokens come and go. */
final class ShellTokenIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String HOST = "https://kpi-host.invalid/";
  private static final String QUEUE = "document.getElementById('queue').value";
  private static final String FIGURES = "document.querySelectorAll('#rows tbody tr').length";

  /** Chooses the first queue, as an agent would, and gives its id. */
  private static final String CHOOSE =
      "(s => (s.selectedIndex = 1, s.dispatchEvent(new Event('change')), s.value))"
          + "(document.getElementById('queue'))";

  /** Below the panel's header, on the shell's own. */
  private static final Point IN_THE_FRAME = new Point(100, 70);

  private static final String FOCUS = "document.hasFocus() && document.activeElement.id";

  /** Counts the moments in which a picture could show no frame, or one without height. */
  private static final String WATCH =
      "(() => { window.blanks = 0; new MutationObserver(() => {"
          + " const frame = document.getElementById('platform');"
          + " if (!frame || frame.offsetHeight < 120) window.blanks++;"
          + "}).observe(document, {subtree: true, childList: true, attributes: true}) })()";

  @TempDir private Path folder;
  private Workplace workplace;
  private Devtools tools;

  @BeforeEach
  void openWorkplace() throws Exception {
    var options = SandboxOptions.defaults().seed(11).tokenLifetime(Duration.ofSeconds(20));
    workplace = new Workplace(folder, options);
    tools = new Devtools(folder);
  }

  @AfterEach
  void closeWorkplace() {
    workplace.close();
  }

  @ParameterizedTest
  @CsvSource({"header, true", "post, true", "fragment, false"})
  void severalRefreshes_loseNoFilterNoQueryAndNoHistory(String way, boolean sameDocument)
      throws Exception {
    workplace.view("platform", way);
    try (DesktopDriver driver = open()) {
      awaitFigures(driver);
      int history = history(driver);
      tools.run(HOST, WATCH);
      String chosen = tools.run(shell(), CHOOSE);
      assertThat(chosen).isNotEmpty();
      await("three more tokens in the shell", PATIENCE, () -> shellTokens().size() >= 4);

      await("the filter", PATIENCE, () -> tools.run(shell(), QUEUE).equals(chosen));
      await("one queue's row", PATIENCE, () -> tools.run(shell(), FIGURES).equals("1"));
      assertThat(history(driver)).isEqualTo(history).isPositive();
      assertThat(tools.run(HOST, "window.blanks")).isEqualTo("0");
      assertThat(shellQueries())
          .extracting(entry -> entry.get("status").getAsInt())
          .isNotEmpty()
          .isSubsetOf(200, 304);
      assertThat(documents() == 1).isEqualTo(sameDocument);
      assertThat(hostPage().contains("access_token=")).as("a token in the host page").isFalse();
      assertThat(driver.diagnostics().getAsJsonArray("frames").toString())
          .doesNotContain("access_token");
    }
  }

  @ParameterizedTest
  @CsvSource({"header", "post", "fragment"})
  void tokenDead_keepsTheFiguresCalmly_andTakesTheNextToken(String way) throws Exception {
    workplace.control("/control/token-lifetime", "{\"seconds\":3600}");
    workplace.view("platform", way);
    try (DesktopDriver driver = open()) {
      awaitFigures(driver);
      workplace.control(
          "/control/fault", "{\"route\":\"/v2/oauth/token\",\"kind\":\"status\",\"status\":503}");
      workplace.control("/control/revoke", "{\"agent\":\"" + workplace.agent(0).id() + "\"}");
      await("a calm line", PATIENCE, () -> !tools.run(shell(), calm()).isEmpty());
      assertThat(tools.run(shell(), calm())).contains("last figures");
      assertThat(tools.run(shell(), FIGURES)).isNotEqualTo("0");
      assertThat(tools.run(shell(), "document.querySelectorAll('input, form').length"))
          .isEqualTo("0");
      workplace.clearFaults();
      await("fresh figures", PATIENCE, () -> tools.run(shell(), calm()).isEmpty());
    }
  }

  @Test
  void agentWorksInTheFrame_newTokenWaitsForTheFocusToLeave() throws Exception {
    // long enough that the frame's own token lives on when its successor has come
    workplace.control("/control/token-lifetime", "{\"seconds\":60}");
    workplace.view("platform", "fragment");
    try (DesktopDriver driver = open()) {
      awaitFigures(driver);
      driver.robot().click(driver.panel().component(), IN_THE_FRAME);
      await("the focus in the frame", PATIENCE, () -> tools.run(HOST, FOCUS).equals("platform"));
      tools.run(shell(), "window.ours = true");
      long before = tokensIssued();
      await("another token", PATIENCE, () -> tokensIssued() > before);
      int asked = shellQueries().size();
      await("another look of the shell", PATIENCE, () -> shellQueries().size() > asked);
      assertThat(tools.run(shell(), "window.ours")).isEqualTo("true");
      driver.window().textBox("notes.text").focus();
      await("a new document", PATIENCE, () -> !tools.run(shell(), "window.ours").equals("true"));
    }
  }

  private long tokensIssued() throws Exception {
    return StreamSupport.stream(workplace.ledger().spliterator(), false)
        .filter(
            entry -> entry.getAsJsonObject().get("route").getAsString().equals("/v2/oauth/token"))
        .count();
  }

  private DesktopDriver open() throws Exception {
    return workplace.open("--setting", "kpi-widget.java=" + tools.launcher());
  }

  private static String calm() {
    return "document.getElementById('calm').textContent";
  }

  private void awaitFigures(DesktopDriver driver) throws Exception {
    driver.awaitDiagnostics(
        "Chromium in front", PATIENCE, d -> d.get("renderer").getAsString().equals("chromium"));
    await("rows in the shell", PATIENCE, () -> !tools.run(shell(), FIGURES).equals("0"));
  }

  private String shell() {
    return workplace.shell() + "/app/";
  }

  private String hostPage() throws Exception {
    return tools.run(
        HOST,
        "document.documentElement.outerHTML"
            + " + JSON.stringify(performance.getEntries()) + location.href");
  }

  private static int history(DesktopDriver driver) throws Exception {
    return driver.diagnostics().get("historyLength").getAsInt();
  }

  private List<JsonObject> shellEntries() throws Exception {
    return StreamSupport.stream(workplace.ledger().spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(entry -> entry.get("origin").getAsString().equals("shell"))
        .toList();
  }

  private List<JsonObject> shellQueries() throws Exception {
    return shellEntries().stream()
        .filter(entry -> entry.get("route").getAsString().equals("/v2/analytics/query"))
        .toList();
  }

  private Set<String> shellTokens() throws Exception {
    return shellQueries().stream()
        .map(entry -> entry.get("tokenId").getAsString())
        .collect(Collectors.toSet());
  }

  private long documents() throws Exception {
    return shellEntries().stream()
        .filter(entry -> entry.get("route").getAsString().equals("/app/"))
        .count();
  }
}
