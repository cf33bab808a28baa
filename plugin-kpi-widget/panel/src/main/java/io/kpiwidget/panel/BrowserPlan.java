package io.kpiwidget.panel;

import io.kpiwidget.chromium.bundle.Natives;
import io.kpiwidget.engine.config.WidgetConfig.BrowserConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether and with what a browser process is started; decided before anything is. */
sealed interface BrowserPlan {

  /** A desktop's setting that names a bundle of natives and goes before the configuration's. */
  String NATIVES = "kpi-widget.natives";

  /** A desktop's setting that names a launcher and goes before everything else. */
  String JAVA = "kpi-widget.java";

  /** Start it. */
  record Start(Path launcher, Path jar, Natives natives) implements BrowserPlan {}

  /** Stay native; {@code reason} names a sentence in the texts. */
  record Native(String reason, String nextStep) implements BrowserPlan {}

  /** What can be done with {@code config} under {@code settings} of the desktop. */
  static BrowserPlan of(
      BrowserConfig config, Map<String, String> settings, Parts parts, Predicate<Path> exists) {
    return of(config, settings, parts.javaHome(), parts.jar(), exists);
  }

  /** The same without a desktop around. */
  static BrowserPlan of(
      BrowserConfig config,
      Map<String, String> settings,
      Path javaHome,
      Optional<Path> ownJar,
      Predicate<Path> exists) {
    if (!config.enabled()) {
      return new Native("browser.disabled", "");
    }
    if (ownJar.isEmpty()) {
      return new Native("browser.noJar", "");
    }
    var jar = ownJar.get();
    var natives = new Natives(setting(settings, NATIVES).or(config::natives), config.mirror());
    return launchers(config, settings, javaHome)
        .filter(exists)
        .findFirst()
        .<BrowserPlan>map(launcher -> new Start(launcher, jar, natives))
        .orElse(new Native("browser.noLauncher", "browser.noLauncher.next"));
  }

  private static Stream<Path> launchers(
      BrowserConfig config, Map<String, String> settings, Path javaHome) {
    var bin = javaHome.resolve("bin");
    return Stream.concat(
        setting(settings, JAVA).stream(),
        Stream.concat(
            Stream.of(bin.resolve("java"), bin.resolve("java.exe")), config.java().stream()));
  }

  private static Optional<Path> setting(Map<String, String> settings, String key) {
    return Optional.ofNullable(settings.get(key)).filter(s -> !s.isBlank()).map(Path::of);
  }
}
