package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MainTest {

  private static final String GOOD = "{\"hostOrigin\": \"https://a.test\"}";
  private static final String BAD = "{\"hostOrigin\": \"https://*.test\", \"kpiView\": 1}";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void generate_writesWhatTheLibraryGives() throws IOException {
    var to = folder.resolve("out/deep");
    assertThat(run("generate", "--config", file(GOOD), "--out", to.toString())).isZero();
    var served = Served.of(SiteFile.parse(GOOD, Path.of("site.json")));
    for (var page : served.pages()) {
      assertThat(to.resolve(page.path().substring(1))).hasContent(page.body());
    }
    for (var server : Server.values()) {
      assertThat(to.resolve(server.file())).hasContent(server.text(served));
    }
    assertThat(out.toString()).contains("Wrote kpi.", "index.html, SHA256SUMS to " + to);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void generate_hostPage_isPublishedAfterTheViewItRefersTo() throws IOException {
    run("generate", "--config", file(GOOD), "--out", folder.resolve("out").toString());
    assertThat(out.toString().indexOf("kpi.")).isLessThan(out.toString().indexOf("index.html"));
  }

  @Test
  void generate_foreignFiles_areNamed() throws IOException {
    var to = Files.createDirectory(folder.resolve("out"));
    Files.writeString(to.resolve("logo.svg"), "theirs");
    assertThat(run("generate", "--config", file(GOOD), "--out", to.toString())).isZero();
    assertThat(out.toString()).contains("Not ours, left as it was: logo.svg.");

    Files.writeString(to.resolve("index.html"), "theirs");
    assertThat(run("generate", "--config", file(GOOD), "--out", to.toString())).isOne();
    assertThat(err.toString()).contains("changed since: index.html").contains("--force");
    assertThat(run("generate", "--force", "--config", file(GOOD), "--out", to.toString())).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"generate", "headers", "lint"})
  void badSite_isToldWhole_andNothingIsWritten(String command) throws IOException {
    var to = folder.resolve("out");
    var more = command.equals("generate") ? new String[] {"--out", to.toString()} : new String[0];
    var file = file(BAD);
    var arguments = new ArrayList<>(List.of(command, "--config", file));
    arguments.addAll(List.of(more));
    assertThat(run(arguments.toArray(String[]::new))).isOne();
    assertThat(out.toString() + err)
        .contains(file + ": error at /hostOrigin", "(found \"https://*.test\")", "List each")
        .contains(file + ": error at /kpiView")
        .doesNotContain("Exception");
    assertThat(to).doesNotExist();
  }

  @Test
  void generate_folderIsAFile_isExitCodeOne() throws IOException {
    assertThat(run("generate", "--config", file(GOOD), "--out", file(GOOD))).isOne();
    assertThat(err.toString()).contains("cannot read or write");
  }

  @ParameterizedTest
  @ValueSource(strings = {"generate", "headers", "lint", "generate --config x", "headers --for x"})
  void missingOption_isExitCodeTwo(String call) {
    assertThat(run(call.split(" ", -1))).isEqualTo(2);
  }

  @Test
  void lint_severalFiles_countsThem() throws IOException {
    var good = Files.writeString(folder.resolve("good.json"), GOOD).toString();
    assertThat(run("lint", good)).isZero();
    assertThat(out.toString()).contains("0 errors in 1 file.");
    assertThat(run("lint", good, file(BAD), folder.resolve("none.json").toString())).isOne();
    assertThat(out.toString()).contains("3 errors in 3 files.").contains("the file is missing");
  }

  @Test
  void lint_asJson_canBeRead() throws IOException {
    assertThat(run("lint", "--json", file(BAD))).isOne();
    var json = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertThat(json.get("errors").getAsInt()).isEqualTo(2);
    var first = json.getAsJsonArray("files").get(0).getAsJsonObject().getAsJsonArray("problems");
    assertThat(first.get(0).getAsJsonObject().keySet())
        .containsExactly("pointer", "value", "sentence", "nextStep");
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void headers_forAServer_isItsFile(Server server) throws IOException {
    assertThat(
            run("headers", "--config", file(GOOD), "--for", server.name().toLowerCase(Locale.ROOT)))
        .isZero();
    assertThat(out.toString())
        .isEqualTo(server.text(Served.of(SiteFile.parse(GOOD, Path.of("site.json")))));
  }

  @Test
  void headers_withoutAServer_isJson() throws IOException {
    assertThat(run("headers", "--config", file(GOOD))).isZero();
    assertThat(JsonParser.parseString(out.toString()).getAsJsonObject().keySet())
        .contains("/", "/index.html", "*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "generate --help", "lint --help", "headers --help"})
  void help_tellsHow(String call) {
    assertThat(run(call.split(" ", -1))).isZero();
    assertThat(out.toString()).startsWith("Usage: host-pages");
  }

  @ParameterizedTest
  @CsvSource({
    "'', widget",
    "widget, widget",
    "site, site",
    "messages-guide, messages-guide",
    "kpi-port, kpi-port"
  })
  void schema_printsTheOneThatIsAskedFor(String name, String expected) {
    assertThat(name.isEmpty() ? run("schema") : run("schema", name)).isZero();
    assertThat(out).hasToString(Resources.text(expected + ".schema.json"));
  }

  @Test
  void schema_unknown_isExitCodeTwo() {
    assertThat(run("schema", "surprise")).isEqualTo(2);
  }

  @Test
  void schema_withFolder_writesAllAndTheOneFindsTheOther() throws IOException {
    var to = folder.resolve("out/deep");

    assertThat(run("schema", "--out", to.toString())).isZero();

    assertThat(to)
        .isDirectoryContaining("glob:**widget.schema.json")
        .isDirectoryContaining("glob:**messages-guide.schema.json")
        .isDirectoryContaining("glob:**kpi-port.schema.json");
    assertThat(to.resolve("widget.schema.json")).hasContent(Resources.text("widget.schema.json"));
    assertThat(to.resolve("kpi-widget.schema.json"))
        .content()
        .contains("{\"$ref\": \"widget.schema.json\"}");
    assertThat(to.resolve("site.schema.json")).hasContent(Resources.text("site.schema.json"));
  }

  @Test
  void schema_folderIsAFile_isExitCodeOne() throws IOException {
    assertThat(run("schema", "--out", file(GOOD))).isOne();
  }

  private String file(String site) throws IOException {
    return Files.writeString(folder.resolve("site.json"), site).toString();
  }
}
