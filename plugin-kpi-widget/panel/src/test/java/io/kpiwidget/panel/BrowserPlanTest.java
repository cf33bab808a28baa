package io.kpiwidget.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.bundle.Natives;
import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.config.WidgetConfig.BrowserConfig;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BrowserPlanTest {

  private static final Path JAR = Path.of("plugin.jar");
  private static final Path UNIX = Path.of("jre", "bin", "java");
  private static final Path WINDOWS = Path.of("jre", "bin", "java.exe");
  private static final Path NAMED = Path.of("named", "java");

  @Test
  void of_runtimeWithLauncher_usesIt() {
    assertThat(plan(config(true), Map.of(), Optional.of(JAR), Set.of(UNIX)))
        .isEqualTo(new BrowserPlan.Start(UNIX, JAR, Natives.UNSAID));
    assertThat(plan(config(true), Map.of(), Optional.of(JAR), Set.of(WINDOWS)))
        .isEqualTo(new BrowserPlan.Start(WINDOWS, JAR, Natives.UNSAID));
  }

  @Test
  void of_runtimeWithoutLauncher_usesTheConfigured() {
    assertThat(plan(config(true), Map.of(), Optional.of(JAR), Set.of(NAMED)))
        .isEqualTo(new BrowserPlan.Start(NAMED, JAR, Natives.UNSAID));
  }

  @Test
  void of_desktopSettings_goFirst() {
    var settings = Map.of("kpi-widget.java", "mine", "kpi-widget.natives", "bundle");
    var mine = Path.of("mine");
    assertThat(plan(config(true), settings, Optional.of(JAR), Set.of(UNIX, mine)))
        .isEqualTo(new BrowserPlan.Start(mine, JAR, Natives.of("bundle", "")));
  }

  @Test
  void of_noLauncher_staysNativeAndSaysWhatToDo() {
    assertThat(plan(config(true), Map.of(), Optional.of(JAR), Set.of()))
        .isEqualTo(new BrowserPlan.Native("browser.noLauncher", "browser.noLauncher.next"));
  }

  @Test
  void of_switchedOff_orNoJar_staysNative() {
    assertThat(plan(config(false), Map.of(), Optional.of(JAR), Set.of(UNIX)))
        .isEqualTo(new BrowserPlan.Native("browser.disabled", ""));
    assertThat(plan(config(true), Map.of(), Optional.empty(), Set.of(UNIX)))
        .isEqualTo(new BrowserPlan.Native("browser.noJar", ""));
  }

  private static BrowserConfig config(boolean enabled) {
    return new BrowserConfig(
        enabled,
        Optional.of(NAMED),
        Optional.empty(),
        Optional.empty(),
        "https://kpi-host.invalid");
  }

  private static BrowserPlan plan(
      BrowserConfig config, Map<String, String> settings, Optional<Path> jar, Set<Path> there) {
    var parts =
        new Parts(
            Clock.systemUTC(),
            WidgetConfig::load,
            (c, around, listener) -> new FakeFeed(around, listener),
            (s, listener) -> new FakeBrowser(s, listener),
            Path.of("jre"),
            jar);
    return BrowserPlan.of(config, settings, parts, there::contains);
  }
}
