package io.kpiwidget.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class SandboxCommandTest {
  private static final String START = "2026-11-23T12:00:00Z";

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void platformInfo_isTheLineOnStdoutAndNothingIsLeftBeside() throws Exception {
    var info = Files.writeString(folder.resolve("platform.json"), "stale");
    assertThat(run("--exit-on-eof", "--platform-info", info.toString())).isZero();
    var line = out.toString(StandardCharsets.UTF_8);
    assertThat(Files.readString(info)).isEqualToIgnoringNewLines(line);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(info);
    }
    var facts = new Gson().fromJson(line, JsonObject.class);
    assertThat(facts.get("pid").getAsLong()).isEqualTo(ProcessHandle.current().pid());
    assertThat(StreamSupport.stream(facts.getAsJsonArray("agents").spliterator(), false))
        .hasSize(6)
        .allSatisfy(
            agent ->
                assertThat(agent.getAsJsonObject().getAsJsonArray("queues").size()).isBetween(2, 4))
        .allSatisfy(
            agent -> assertThat(agent.getAsJsonObject().getAsJsonArray("skills")).isNotEmpty())
        .allSatisfy(
            agent -> assertThat(atWork(agent.getAsJsonObject().getAsJsonObject("shift"))).isTrue());
  }

  private static boolean atWork(JsonObject shift) {
    var now = Instant.parse(START);
    return Instant.parse(shift.get("start").getAsString()).isBefore(now)
        && Instant.parse(shift.get("end").getAsString()).isAfter(now);
  }

  @Test
  void config_namesTheSecretsPlaceButNotTheSecret() throws Exception {
    var config = folder.resolve("kpi-widget.json");
    run("--exit-on-eof", "--view", "platform", "--write-config", config.toString());
    var facts = new Gson().fromJson(out.toString(StandardCharsets.UTF_8), JsonObject.class);
    assertThat(config)
        .content()
        .contains("KPI_WIDGET_CLIENT_SECRET", facts.get("shell").getAsString())
        .doesNotContain(facts.get("clientSecret").getAsString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "client_credentials | source url clientId clientSecret scopes",
        "desktop | source",
        "broker | source url audience scopes revocationUrl",
        "browser | source authorizeUrl url clientId scopes issuer revocationUrl"
      })
  void config_hasThePartOfTheTokenSource(String source, String members) throws Exception {
    var written = written("--token-source", source).getAsJsonObject("token");
    assertThat(written.keySet()).containsExactly(members.split(" "));
    assertThat(written.get("source").getAsString()).isEqualTo(source);
  }

  @ParameterizedTest
  @ValueSource(strings = {"header", "post", "fragment"})
  void config_saysHowTheShellGetsItsTokenWhenAsked(String way) throws Exception {
    var platform = written("--shell-token", way).getAsJsonObject("platform");
    assertThat(platform.get("shellToken").getAsString()).isEqualTo(way);
  }

  @Test
  void config_withoutAWordAboutTheShellsToken_saysNone() throws Exception {
    assertThat(written().getAsJsonObject("platform").has("shellToken")).isFalse();
  }

  @Test
  void config_forTwoPanels_hasTwoWidgets() throws Exception {
    assertThat(written("--panels", "2").getAsJsonArray("widgets")).hasSize(2);
    assertThat(written("--panels", "1").has("widgets")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--token-source=keychain",
        "--shell-token=query",
        "--token-prefix=a b",
        "--panels=0",
        "--panels=3"
      })
  void option_outsideItsChoice_isRefused(String option) {
    assertThat(run("--exit-on-eof", option)).isNotZero();
  }

  private JsonObject written(String... options) throws Exception {
    var config = folder.resolve("kpi-widget.json");
    var all = new ArrayList<>(List.of("--exit-on-eof", "--write-config", config.toString()));
    all.addAll(List.of(options));
    assertThat(run(all.toArray(String[]::new))).isZero();
    return new Gson().fromJson(Files.readString(config), JsonObject.class);
  }

  @Test
  void speed_negative_isRefused() {
    assertThat(run("--exit-on-eof", "--speed", "-1")).isNotZero();
  }

  private int run(String... arguments) {
    var command =
        new SandboxCommand(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            InputStream.nullInputStream(),
            new MovableClock(START));
    var line = new CommandLine(command);
    line.setErr(new java.io.PrintWriter(java.io.Writer.nullWriter()));
    return line.execute(arguments);
  }
}
