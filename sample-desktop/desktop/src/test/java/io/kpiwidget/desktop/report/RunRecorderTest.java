package io.kpiwidget.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kpiwidget.desktop.agents.ControlPort;
import io.kpiwidget.desktop.agents.FakeControlPort;
import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.host.Notice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunRecorderTest {

  private static final String DIAGNOSTICS =
      """
      {"renderer":"chromium","firstKpiSwingMs":900,"firstKpiBrowserMs":1800,
       "upstreamRequests":{"/v2/analytics/query":3},
       "kpis":{"swing":{"waiting":{"text":"6","value":6}}},
       "frames":[{"id":"kpi","sandbox":"allow-scripts","origin":"null","src":"x"}],
       "trouble":{}}
      """;

  @TempDir private Path folder;

  private static DockablePanel panel(String diagnostics) {
    return DockablePanel.of("kpi", new JPanel()).diagnostics(() -> diagnostics).build();
  }

  private JsonObject write(RunRecorder recorder, Optional<DockablePanel> panel) throws Exception {
    Path file = folder.resolve("deep/er/report.json");
    recorder.write(file, panel.stream().toList(), "dark");
    return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  @Test
  void report_takesOverThePanelsPart() throws Exception {
    try (RunRecorder recorder = new RunRecorder(Optional.empty())) {
      JsonObject report = write(recorder, Optional.of(panel(DIAGNOSTICS)));

      assertThat(report.get("renderer").getAsString()).isEqualTo("chromium");
      assertThat(report.get("firstKpiBrowserMs").getAsInt()).isEqualTo(1800);
      assertThat(report.getAsJsonArray("frames")).hasSize(1);
      assertThat(report.getAsJsonObject("panel").has("trouble")).isTrue();
      assertThat(report.get("theme").getAsString()).isEqualTo("dark");
    }
  }

  @Test
  void report_comparesWithTheControlPort() throws Exception {
    try (FakeControlPort port = new FakeControlPort();
        RunRecorder recorder = new RunRecorder(Optional.of(new ControlPort(port.uri())))) {
      port.truth("{\"agents\":{\"a1\":{\"mine\":{\"waiting\":8}}}}");
      recorder.signedIn(Optional.of("a1"));

      JsonObject report = write(recorder, Optional.of(panel(DIAGNOSTICS)));

      JsonObject difference = report.getAsJsonArray("truthDifferences").get(0).getAsJsonObject();
      assertThat(difference.get("kpi").getAsString()).isEqualTo("waiting");
      assertThat(difference.get("shown").getAsDouble()).isEqualTo(6);
      assertThat(difference.get("truth").getAsDouble()).isEqualTo(8);
      assertThat(report.getAsJsonObject("truth").has("agents")).isTrue();
      assertThat(report.get("agent").getAsString()).isEqualTo("a1");
    }
  }

  @Test
  void report_withoutControlPort_knowsNoTruth() throws Exception {
    try (RunRecorder recorder = new RunRecorder(Optional.empty())) {
      JsonObject report = write(recorder, Optional.of(panel(DIAGNOSTICS)));

      assertThat(report.get("truth").isJsonNull()).isTrue();
      assertThat(report.getAsJsonArray("truthDifferences")).isEmpty();
    }
  }

  @Test
  void report_withoutPanelOrWithBrokenDiagnostics_isWrittenAllTheSame() throws Exception {
    try (RunRecorder recorder = new RunRecorder(Optional.empty())) {
      assertThat(write(recorder, Optional.empty()).get("kpis").isJsonNull()).isTrue();
      assertThat(write(recorder, Optional.of(panel("oops"))).getAsJsonObject("panel").size())
          .isZero();
    }
  }

  @Test
  void furtherPanels_sayTheirPart() throws Exception {
    try (RunRecorder recorder = new RunRecorder(Optional.empty())) {
      Path file = folder.resolve("two.json");
      recorder.write(file, List.of(panel("{\"a\":1}"), panel("{\"a\":2}")), "dark");

      JsonObject report = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      assertThat(report.get("panel")).hasToString("{\"a\":1}");
      assertThat(report.get("otherPanels")).hasToString("[{\"a\":2}]");
    }
  }

  @Test
  void pluginLoad_isTheFirstDocking() throws Exception {
    try (RunRecorder recorder = new RunRecorder(Optional.empty())) {
      recorder.docked(120);
      recorder.docked(900);

      assertThat(write(recorder, Optional.empty()).get("pluginLoadMs").getAsInt()).isEqualTo(120);
    }
  }

  @Test
  void notices_areListedInOrder() throws Exception {
    try (RunRecorder recorder = new RunRecorder(Optional.empty())) {
      recorder.notice(new Notice(Notice.Level.ERROR, "kpi", "Broken.", "Mend it."));

      JsonObject notice =
          write(recorder, Optional.empty()).getAsJsonArray("notices").get(0).getAsJsonObject();
      assertThat(notice.get("level").getAsString()).isEqualTo("ERROR");
      assertThat(notice.get("nextStep").getAsString()).isEqualTo("Mend it.");
    }
  }
}
