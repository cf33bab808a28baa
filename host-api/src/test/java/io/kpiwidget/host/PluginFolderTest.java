package io.kpiwidget.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What may lie in a plugins folder: the good plugin runs whatever lies beside it. */
final class PluginFolderTest extends HostFixture {

  @Test
  void jars_areDockedByFileName() {
    start(TestJar.plugin("zebra"), TestJar.plugin("apple"), TestJar.plugin("mango"));

    assertThat(desktop.panels()).containsExactly("zebra", "apple", "mango");
    assertThat(desktop.notices).isEmpty();
  }

  @Test
  void foreignJar_withoutPluginId_isToldApart() {
    TestJar.empty().header("Implementation-Title", "gson").writeTo(plugins, "gson.jar");
    start(TestJar.plugin("good"));

    assertGoodRuns("gson.jar is not a plugin", "Move it out of the plugins folder");
  }

  @Test
  void foreignJar_withoutManifest_doesNotStopTheOthers() throws IOException {
    Path jar = plugins.resolve("a-bare.jar");
    try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new java.util.zip.ZipEntry("readme.txt"));
    }
    start(TestJar.plugin("good"));

    assertGoodRuns("a-bare.jar is not a plugin", "Move it out of the plugins folder");
  }

  @Test
  void fileThatIsNoZip_isNamed() throws IOException {
    Files.writeString(plugins.resolve("broken.jar"), "<html>404</html>");
    start(TestJar.plugin("good"));

    assertGoodRuns("broken.jar is not a readable jar", "Copy the file again");
  }

  @Test
  void truncatedJar_isNamed() throws IOException {
    Path jar = TestJar.plugin("cut").writeTo(plugins, "cut.jar");
    Files.write(jar, Arrays.copyOf(Files.readAllBytes(jar), 300));
    start(TestJar.plugin("good"));

    assertGoodRuns("cut.jar is not a readable jar", "Copy the file again");
  }

  @Test
  void damagedClass_isANoticeOfThatPlugin() {
    start(
        TestJar.empty()
            .header("Plugin-Id", "worse")
            .header("Plugin-Version", "1.0.0")
            .index("worse.Provider")
            .resource("worse/Provider.class", new byte[] {1, 2, 3, 4}),
        TestJar.plugin("good"));

    assertGoodRuns(
        "worse could not start: ClassFormatError", "install a version made for this one");
  }

  @Test
  void missingVersion_isANotice() {
    start(TestJar.plugin("bare").without("Plugin-Version"), TestJar.plugin("good"));

    assertGoodRuns("plugin-0.jar could not be loaded", "version");
  }

  @Test
  void sameIdTwice_firstRunsSecondIsNamed() {
    start(TestJar.plugin("twin"), TestJar.plugin("twin"));

    assertThat(desktop.panels()).containsExactly("twin");
    assertThat(desktop.complaints())
        .singleElement()
        .asString()
        .contains("plugin-1.jar is a second twin", "plugin-0.jar", "Leave only the one you want");
  }

  @Test
  void noIndex_isToldAsNoPanelProvider() {
    start(TestJar.plugin("mute").withoutIndex(), TestJar.plugin("good"));

    assertGoodRuns(
        "There is no PanelProvider in mute", "ExtensionAnnotation", "META-INF/extensions.idx");
    assertThat(desktop.notices.get(0).level()).isEqualTo(Notice.Level.ERROR);
  }

  @Test
  void indexNamesNoProvider_isToldAsNoPanelProvider() {
    start(
        TestJar.plugin("odd").source("odd.Other", "package odd; class Other {}").index("odd.Other"),
        TestJar.plugin("good"));

    assertGoodRuns("There is no PanelProvider in odd", "META-INF/extensions.idx");
  }

  @Test
  void indexNamesAMissingClass_saysWhich() {
    start(TestJar.plugin("gap").index("gap.Gone"), TestJar.plugin("good"));

    assertGoodRuns("gap could not start: ClassNotFoundException: gap.Gone", "The log");
  }

  @Test
  void wrongVersionRange_saysWhatIsNeededAndWhatIsThere() {
    start(TestJar.plugin("future").header("Plugin-Requires", ">=2.0.0"), TestJar.plugin("good"));

    assertGoodRuns(
        "future needs host-api >=2.0.0; this desktop has 1.0.0", "made for this desktop");
  }

  @Test
  void nonsenseVersionRange_isANotice() {
    start(TestJar.plugin("vague").header("Plugin-Requires", "newest!"), TestJar.plugin("good"));

    assertGoodRuns("plugin-0.jar could not be loaded", "");
  }

  @Test
  void refusedPlugin_cannotBeEnabled() {
    start(TestJar.plugin("future").header("Plugin-Requires", ">=2.0.0"));

    assertThat(host.enable("future")).isFalse();
    assertThat(desktop.complaints()).hasSize(2).allMatch(text -> text.contains(">=2.0.0"));
  }

  @Test
  void classesOfALaterJava_sayWhichJava() {
    start(TestJar.plugin("modern").classVersion(44 + 99), TestJar.plugin("good"));

    assertGoodRuns("modern could not start: it needs Java 99", "Start the desktop with it");
  }

  @Test
  void missingDependency_isNamed() {
    start(TestJar.plugin("needy").header("Plugin-Dependencies", "base"), TestJar.plugin("good"));

    assertGoodRuns("needy needs another plugin", "Put that plugin into the plugins folder too");
  }

  @Test
  void dependencyInALaterFile_isFound() {
    start(TestJar.plugin("needy").header("Plugin-Dependencies", "base"), TestJar.plugin("base"));

    assertThat(desktop.panels()).containsExactlyInAnyOrder("base", "needy");
    assertThat(desktop.notices).isEmpty();
  }

  @Test
  void subFoldersAndOtherFiles_areLeftAlone() throws IOException {
    Path natives = Files.createDirectories(plugins.resolve("natives/lib.jar"));
    TestJar.plugin("inner").writeTo(natives, "inner.jar");
    Files.writeString(plugins.resolve("README.txt"), "put jars here");
    Files.writeString(plugins.resolve("old.zip"), "no zip");
    start(TestJar.plugin("good"));

    assertThat(desktop.panels()).containsExactly("good");
    assertThat(desktop.notices).isEmpty();
  }

  @Test
  void missingFolder_isANotice() throws IOException {
    Files.delete(plugins);
    start();

    assertThat(desktop.complaints())
        .singleElement()
        .asString()
        .contains("cannot be read", "Create");
    Files.createDirectory(plugins);
  }

  @Test
  void disable_isRememberedOutsideThePluginsFolder() throws IOException {
    start(TestJar.plugin("good"), TestJar.plugin("other"));
    assertThat(host.disable("good")).isTrue();
    host.close();

    assertThat(Files.readString(data.resolve(DisabledPlugins.FILE), UTF_8)).isEqualTo("good\n");
    try (var files = Files.list(plugins)) {
      assertThat(files).hasSize(2); // where it may be read-only
    }
    start();
    assertThat(desktop.panels()).containsExactly("other");
    assertThat(host.enable("good")).isTrue();
    assertThat(Files.readString(data.resolve(DisabledPlugins.FILE), UTF_8)).isEmpty();
  }

  @Test
  void disable_dataFolderNotWritable_stillStopsAndTells() throws IOException {
    start(TestJar.plugin("good"));
    Files.delete(data);
    Files.writeString(data, "a file where the folder should be");

    assertThat(host.disable("good")).isFalse();
    assertThat(desktop.panels()).isEmpty();
    assertThat(desktop.complaints())
        .singleElement()
        .asString()
        .contains("good could not be changed");
    Files.delete(data);
    Files.createDirectory(data);
  }

  @Test
  void pluginClass_isNotUsed() {
    start(
        TestJar.plugin("own")
            .header("Plugin-Class", "own.Main")
            .source(
                "own.Main",
                """
                package own;
                public class Main extends org.pf4j.Plugin {
                  public Main() { throw new IllegalStateException("constructed"); }
                }
                """));

    assertThat(desktop.panels()).containsExactly("own");
    assertThat(host.unload("own")).isTrue();
    assertThat(desktop.notices).isEmpty();
  }

  private void assertGoodRuns(String... parts) {
    assertThat(desktop.panels()).containsExactly("good");
    assertThat(desktop.complaints()).singleElement().asString().contains(parts);
  }
}
