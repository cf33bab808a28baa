package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same site gives the same bytes on every machine. */
final class ReproducibilityTest {

  @TempDir private Path folder;

  /** What a child JVM runs: its locale, time zone and encoding are its own. */
  static final class Child {

    private Child() {}

    public static void main(String[] out) throws IOException {
      generate(Path.of(out[0]));
    }
  }

  private static void generate(Path out) {
    for (var sample : Sites.SAMPLES) {
      Sites.generate(sample, out.resolve(sample.getFileName()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tr, TR, Asia/Tokyo, ISO-8859-9",
    "ar, EG, America/St_Johns, UTF-16",
  })
  void generate_inAnotherJvm_givesTheSameBytes(
      String language, String country, String zone, String encoding) throws Exception {
    generate(folder.resolve("here"));
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java,
            "-Duser.language=" + language,
            "-Duser.country=" + country,
            "-Duser.timezone=" + zone,
            "-Dfile.encoding=" + encoding,
            "-Dline.separator=\r\n",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Child.class.getName(),
            folder.resolve("there").toString());
    var child = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).as(said).isZero();

    assertThat(content(folder.resolve("there"))).isEqualTo(content(folder.resolve("here")));
  }

  @Test
  void generate_again_changesNothing() throws IOException {
    generate(folder);
    var before = content(folder);
    generate(folder);
    assertThat(content(folder)).isEqualTo(before).hasSize(36);
  }

  @Test
  void sums_areOfEveryFile() throws IOException {
    generate(folder);
    for (var sample : Sites.SAMPLES) {
      var site = folder.resolve(sample.getFileName());
      var names = new ArrayList<String>();
      for (var line : Files.readAllLines(site.resolve("SHA256SUMS"))) {
        var parts = line.split("  ", 2);
        assertThat(Hash.hex(Files.readAllBytes(site.resolve(parts[1])))).isEqualTo(parts[0]);
        names.add(parts[1]);
      }
      names.add("SHA256SUMS");
      assertThat(content(site).keySet()).containsExactlyInAnyOrderElementsOf(names);
    }
  }

  /** Hash by path. */
  private static Map<String, String> content(Path folder) throws IOException {
    var content = new TreeMap<String, String>();
    try (var paths = Files.walk(folder)) {
      for (var path : paths.filter(Files::isRegularFile).toList()) {
        content.put(folder.relativize(path).toString(), Hash.hex(Files.readAllBytes(path)));
      }
    }
    return content;
  }
}
