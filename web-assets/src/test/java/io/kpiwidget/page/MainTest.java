package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MainTest {

  @TempDir private Path folder;

  @Test
  void generate_writesWhatTheLibraryGives() throws IOException {
    var out = folder.resolve("out/deep");
    assertThat(Main.run("generate", "--config", site("https://a.test"), "--out", out.toString()))
        .isZero();
    var site = SiteFile.read(folder.resolve("site.json"));
    for (var page : HostPages.generate(site)) {
      assertThat(Files.readString(out.resolve(page.path().substring(1)))).isEqualTo(page.body());
      assertThat(Files.readString(out.resolve("SHA256SUMS")))
          .contains(Hash.hex(page.body()) + "  " + page.path().substring(1));
      assertThat(Files.readString(out.resolve("headers.json"))).contains(page.path());
    }
  }

  @Test
  void generate_refusedSite_isExitCodeOne() throws IOException {
    assertThat(Main.run("generate", "--config", site("http://a.test"), "--out", folder.toString()))
        .isEqualTo(1);
    assertThat(folder.resolve("index.html")).doesNotExist();
  }

  @Test
  void generate_missingOption_isExitCodeTwo() {
    assertThat(Main.run("generate")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'', widget",
    "widget, widget",
    "messages-guide, messages-guide",
    "kpi-port, kpi-port"
  })
  void schema_printsTheOneThatIsAskedFor(String name, String expected) {
    var printed = new StringWriter();
    var call = name.isEmpty() ? new String[] {"schema"} : new String[] {"schema", name};
    var code = Main.commandLine().setOut(new PrintWriter(printed)).execute(call);

    assertThat(code).isZero();
    assertThat(printed).hasToString(Resources.text(expected + ".schema.json"));
  }

  @Test
  void schema_unknown_isExitCodeTwo() {
    assertThat(Main.run("schema", "surprise")).isEqualTo(2);
  }

  @Test
  void schema_withFolder_writesAllAndTheOneFindsTheOther() throws IOException {
    var out = folder.resolve("out/deep");

    assertThat(Main.run("schema", "--out", out.toString())).isZero();

    assertThat(out)
        .isDirectoryContaining("glob:**widget.schema.json")
        .isDirectoryContaining("glob:**messages-guide.schema.json")
        .isDirectoryContaining("glob:**kpi-port.schema.json");
    assertThat(out.resolve("widget.schema.json")).hasContent(Resources.text("widget.schema.json"));
    assertThat(out.resolve("kpi-widget.schema.json"))
        .content()
        .contains("{\"$ref\": \"widget.schema.json\"}");
  }

  @Test
  void schema_folderIsAFile_isExitCodeOne() throws IOException {
    assertThat(Main.run("schema", "--out", site("https://a.test"))).isEqualTo(1);
  }

  private String site(String origin) throws IOException {
    var file = folder.resolve("site.json");
    Files.writeString(file, "{\"hostOrigin\":\"" + origin + "\"}");
    return file.toString();
  }
}
