package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutFolderTest {

  private static final String OLD = "kpi.000000000000.html";
  private static final String NEW = "kpi.111111111111.html";

  @TempDir private Path temporary;

  private Path folder() {
    return temporary.resolve("deep/site");
  }

  private OutFolder out() {
    return new OutFolder(folder());
  }

  @Test
  void write_newFolder_hasTheFilesAndTheirSumsOnly() throws IOException {
    assertThat(out().write(first(), false)).isEmpty();
    assertThat(content())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                OLD,
                "old view",
                "index.html",
                "old page",
                "SHA256SUMS",
                Hash.hex("old page")
                    + "  index.html\n"
                    + Hash.hex("old view")
                    + "  "
                    + OLD
                    + "\n"));
  }

  @Test
  void write_again_replacesAndRemovesWhatWasOurs() throws IOException {
    out().write(first(), false);
    assertThat(out().write(second(), false)).isEmpty();
    assertThat(content()).containsOnlyKeys(NEW, "index.html", "SHA256SUMS");
    assertThat(content()).containsEntry("index.html", "new page");
  }

  @Test
  void write_foreignFiles_stayAndAreNamed() throws IOException {
    out().write(first(), false);
    Files.writeString(folder().resolve("logo.svg"), "theirs");
    Files.createDirectory(folder().resolve("api"));
    assertThat(out().write(second(), false)).containsExactly("api", "logo.svg");
    assertThat(content()).containsEntry("logo.svg", "theirs");
  }

  @Test
  void write_foreignFileOfOurName_isRefusedBeforeAnythingIsWritten() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("index.html"), "theirs");
    assertThatExceptionOfType(OutFolder.InTheWay.class)
        .isThrownBy(() -> out().write(first(), false))
        .withMessageContaining("index.html")
        .withMessageContaining("--force");
    assertThat(content()).containsExactly(Map.entry("index.html", "theirs"));
  }

  @Test
  void write_ourFileThatSomebodyChanged_isRefused_exceptByForce() throws IOException {
    out().write(first(), false);
    Files.writeString(folder().resolve("index.html"), "changed by hand");
    assertThatExceptionOfType(OutFolder.InTheWay.class)
        .isThrownBy(() -> out().write(second(), false));
    assertThat(content()).containsKey(OLD).containsEntry("index.html", "changed by hand");

    out().write(second(), true);
    assertThat(content()).doesNotContainKey(OLD).containsEntry("index.html", "new page");
  }

  @Test
  void write_changedFileThatIsNoLongerNeeded_stays() throws IOException {
    out().write(first(), false);
    Files.writeString(folder().resolve(OLD), "changed by hand");
    assertThat(out().write(second(), false)).containsExactly(OLD);
    assertThat(content()).containsEntry(OLD, "changed by hand");
  }

  @Test
  void write_foreignSums_removeNothing() throws IOException {
    Files.createDirectories(folder());
    Files.writeString(folder().resolve("thesis.tex"), "theirs");
    Files.writeString(folder().resolve("SHA256SUMS"), Hash.hex("theirs") + "  thesis.tex\n");
    assertThatExceptionOfType(OutFolder.InTheWay.class)
        .isThrownBy(() -> out().write(first(), false))
        .withMessageContaining("SHA256SUMS");

    out().write(first(), true);
    assertThat(content()).containsEntry("thesis.tex", "theirs");
  }

  @Test
  void write_sumsThatLeadElsewhere_removeNothing() throws IOException {
    out().write(first(), false);
    var outside = temporary.resolve("deep/index.html");
    Files.writeString(outside, "theirs");
    Files.writeString(
        folder().resolve("SHA256SUMS"),
        Hash.hex("theirs")
            + "  ../index.html\n"
            + Hash.hex("old view")
            + "  "
            + OLD
            + "\n"
            + Hash.hex("old page")
            + "  index.html\n");
    out().write(second(), false);
    assertThat(outside).hasContent("theirs");
  }

  @Test
  void write_afterAnInterruptedOne_isRepeated() throws IOException {
    out().write(first(), false);
    Files.writeString(folder().resolve(NEW), "new view");
    assertThat(out().write(second(), false)).isEmpty();
    assertThat(content()).containsOnlyKeys(NEW, "index.html", "SHA256SUMS");
  }

  @Test
  void write_folderOfOurName_isRefusedEvenByForce() throws IOException {
    Files.createDirectories(folder().resolve("index.html"));
    assertThatExceptionOfType(OutFolder.InTheWay.class)
        .isThrownBy(() -> out().write(first(), true));
    assertThat(content()).containsOnlyKeys("index.html");
  }

  @Test
  void write_symbolicLinkOfOurName_isNeverWrittenThrough() throws IOException {
    Files.createDirectories(folder());
    var target = Files.writeString(temporary.resolve("target"), "theirs");
    Files.createSymbolicLink(folder().resolve("index.html"), target);
    assertThatExceptionOfType(OutFolder.InTheWay.class)
        .isThrownBy(() -> out().write(first(), false));
    out().write(first(), true);
    assertThat(target).hasContent("theirs");
    assertThat(folder().resolve("index.html")).isRegularFile().hasContent("old page");
  }

  @Test
  void write_fileThatCannotBeWritten_leavesEverythingAsItWas() throws IOException {
    out().write(first(), false);
    var before = content();
    var files = second();
    files.put("no/such/folder", "x");
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> out().write(files, false));
    assertThat(content()).isEqualTo(before);
  }

  private static Map<String, String> first() {
    var files = new LinkedHashMap<String, String>();
    files.put(OLD, "old view");
    files.put("index.html", "old page");
    return files;
  }

  private static Map<String, String> second() {
    var files = new LinkedHashMap<String, String>();
    files.put(NEW, "new view");
    files.put("index.html", "new page");
    return files;
  }

  private Map<String, String> content() throws IOException {
    var content = new TreeMap<String, String>();
    try (var paths = Files.list(folder())) {
      for (var path : paths.toList()) {
        content.put(
            path.getFileName().toString(), Files.isDirectory(path) ? "" : Files.readString(path));
      }
    }
    return content;
  }
}
