package io.kpiwidget.panel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.bundle.Natives;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LaunchPlanTest {

  @TempDir Path home;

  private LaunchPlan plan(Path launcher) {
    return plan(launcher, List.of());
  }

  private LaunchPlan plan(Path launcher, List<String> frameOrigins) {
    return LaunchPlan.of(
        new BrowserView.Settings(
            launcher,
            home.resolve("plugin.jar"),
            Natives.UNSAID,
            home.resolve("data"),
            "https://kpi-host.invalid",
            Map.of(),
            Map.of(),
            frameOrigins),
        home.resolve("a.jar") + File.pathSeparator + home.resolve("b.jar"));
  }

  private Path launcher(String version) throws IOException {
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return Files.createDirectories(home.resolve("bin")).resolve("java");
  }

  @ParameterizedTest
  @CsvSource({"17.0.15,false", "21,false", "22,true", "25.0.1,true", "1.8.0_402,false"})
  void nativeAccess_isGrantedWhereTheLauncherAsks(String version, boolean granted)
      throws IOException {
    List<String> command = plan(launcher(version)).browser(home).command();
    assertThat(command.contains("--enable-native-access=ALL-UNNAMED")).isEqualTo(granted);
  }

  /** What Chromium may reach is said when it is started, for all of its pages. */
  @Test
  void panelsWithOtherFrameOrigins_shareNoProcess() throws IOException {
    Path launcher = launcher("17");
    List<String> origins = List.of("https://platform.example");
    assertThat(plan(launcher, origins)).isEqualTo(plan(launcher, origins));
    assertThat(plan(launcher, origins)).isNotEqualTo(plan(launcher));
  }

  @Test
  void browser_runsInItsBundle_withAbsoluteClassPath() throws IOException {
    ProcessBuilder browser = plan(launcher("17")).browser(home);
    assertThat(browser.directory()).isEqualTo(home.toFile());
    assertThat(browser.command())
        .contains(home.resolve("a.jar") + File.pathSeparator + home.resolve("b.jar"))
        .endsWith("io.kpiwidget.chromium.BrowserProcess");
  }

  @Test
  void installer_getsFolders() throws IOException {
    assertThat(plan(launcher("17")).installer().command())
        .endsWith(
            "install",
            home.resolve("data").toString(),
            home.resolve("plugin.jar").toString(),
            "",
            "");
  }

  @ParameterizedTest
  @CsvSource({
    "DISPLAY,true",
    "LC_ALL,true",
    "systemroot,true",
    "KPI_WIDGET_CLIENT_SECRET,false",
    "JAVA_TOOL_OPTIONS,false"
  })
  void environment_isPassedOnByName(String name, boolean wanted) {
    assertThat(LaunchPlan.wanted(name)).isEqualTo(wanted);
  }
}
