package io.kpiwidget.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks into the drop-in jar as it was built; runs after it was. */
final class PluginJarTest {

  private static final Path FILE = Path.of(System.getProperty("plugin.jar", "missing"));

  @SuppressWarnings("NullAway.Init") // opened before all tests
  private static JarFile jar;

  @BeforeAll
  static void open() throws IOException {
    jar = new JarFile(FILE.toFile());
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  @Test
  void index_namesTheProvider() throws IOException {
    assertThat(text("META-INF/extensions.idx")).contains(KpiPanelProvider.class.getName());
  }

  @Test
  void manifest_isWhatPf4jReads() throws IOException {
    var main = jar.getManifest().getMainAttributes();
    assertThat(main.getValue("Plugin-Id")).isEqualTo("kpi-widget");
    assertThat(main.getValue("Plugin-Version")).isEqualTo("1.0.0");
    assertThat(main.getValue("Plugin-Requires")).isEqualTo(">=1.0.0 & <2.0.0");
    assertThat(main.getValue("Plugin-Class")).isNull();
    assertThat(main.getValue("Multi-Release")).isEqualTo("true");
  }

  @Test
  void jarAlone_checksFiles(@TempDir Path folder) throws Exception {
    var file =
        Files.writeString(folder.resolve("w.json"), "{\"metrics\": [{\"kpi\": \"wating\"}]}");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    var lint =
        new ProcessBuilder(java, "-jar", FILE.toString(), "lint", file.toString())
            .redirectErrorStream(true)
            .start();
    var told = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(told).contains("[kpi-unknown]", "Did you mean \"waiting\"?");
    assertThat(lint.waitFor()).isEqualTo(1);
  }

  @Test
  void typesOfTheDesktop_areNotInside() {
    assertThat(names())
        .noneMatch(n -> n.startsWith("io/kpiwidget/host/"))
        .noneMatch(n -> n.startsWith("org/pf4j/"))
        .noneMatch(n -> n.startsWith("org/slf4j/"));
  }

  @Test
  void foreignPackages_areRelocatedButForChromiums() {
    assertThat(names().filter(n -> n.endsWith(".class")))
        .allMatch(
            n ->
                n.replaceFirst("META-INF/versions/\\d+/", "").matches("(io/kpiwidget|org/cef)/.*"));
    assertThat(names()).anyMatch(n -> n.startsWith("org/cef/"));
  }

  @Test
  void libraries_canBeFoundByScanners() {
    assertThat(names())
        .anyMatch(n -> n.matches("META-INF/maven/com.google.code.gson/gson/pom.properties"));
  }

  @Test
  void textsAndPages_areInside() {
    assertThat(names())
        .contains("io/kpiwidget/panel/state/Texts.properties")
        .contains("io/kpiwidget/panel/state/Texts_de.properties")
        .contains("io/kpiwidget/page/widget.schema.json")
        .contains("io/kpiwidget/page/kpi-widget.schema.json")
        .contains("io/kpiwidget/page/index.html");
  }

  @Test
  void manifestOfTheNatives_isInside_andWhatMadeItIsNot() {
    assertThat(names())
        .contains("io/kpiwidget/chromium/bundle/natives-linux-amd64.txt")
        .noneMatch(n -> n.contains("ManifestWriter"));
  }

  @Test
  void relocation_leftOurWordsAlone() throws IOException {
    var wrong = new ArrayList<String>();
    for (var entry : ours().toList()) {
      for (var words : strings(jar.getInputStream(entry).readAllBytes())) {
        if (words.contains("kpiwidget.shaded") || words.contains("kpiwidget/shaded")) {
          wrong.add(entry.getName() + ": " + words);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void size_isNotThatOfABrowser() throws IOException {
    assertThat(Files.size(FILE)).isLessThan(12_000_000);
  }

  private static Stream<String> names() {
    return jar.stream().map(JarEntry::getName);
  }

  private static Stream<JarEntry> ours() {
    return jar.stream().filter(e -> e.getName().matches("io/kpiwidget/(?!shaded/).*\\.class"));
  }

  private static String text(String name) throws IOException {
    var entry = jar.getJarEntry(name);
    assertThat(entry).as(name).isNotNull();
    return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The string constants of a class file (JVMS §4.4): what a relocation must not touch. */
  private static List<String> strings(byte[] file) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(file));
    in.skipBytes(8);
    int size = in.readUnsignedShort();
    var texts = new String[size];
    var strings = new ArrayList<Integer>();
    for (int i = 1; i < size; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 8 -> strings.add(in.readUnsignedShort());
        case 7, 16, 19, 20 -> in.skipBytes(2);
        case 15 -> in.skipBytes(3);
        case 5, 6 -> {
          in.skipBytes(8);
          i++;
        }
        default -> in.skipBytes(4);
      }
    }
    return strings.stream().map(i -> texts[i]).toList();
  }
}
