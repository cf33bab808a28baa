package io.kpiwidget.panel;

import io.kpiwidget.engine.config.ConfigException;
import io.kpiwidget.engine.config.WidgetConfig;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.checkerframework.checker.guieffect.qual.UIEffect;

/**
 * What the panel is put together from; tests replace what leaves the process.
 *
 * @param javaHome of the desktop's runtime
 * @param jar the plugin jar; empty when the panel runs from a folder of classes
 */
record Parts(
    Clock clock,
    ConfigSource configs,
    Feed.Opener feeds,
    Browser.Opener browsers,
    Path javaHome,
    Optional<Path> jar) {

  /** Reads configurations. Blocks. */
  interface ConfigSource {
    WidgetConfig load(Path file) throws ConfigException;
  }

  /** The real ones. */
  @UIEffect
  static Parts real() {
    return new Parts(
        Clock.system(ZoneId.systemDefault()),
        WidgetConfig::load,
        Feed.engine(),
        Browser.chromium(),
        Path.of(System.getProperty("java.home")),
        ownJar());
  }

  static Optional<Path> ownJar() {
    var source = Parts.class.getProtectionDomain().getCodeSource();
    try {
      return Optional.ofNullable(source == null ? null : Path.of(source.getLocation().toURI()))
          .filter(Files::isRegularFile);
    } catch (URISyntaxException | IllegalArgumentException e) {
      // a loader that does not load from a file: no class path for a browser process
      return Optional.empty();
    }
  }
}
