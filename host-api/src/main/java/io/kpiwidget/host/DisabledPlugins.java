package io.kpiwidget.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.pf4j.PluginStatusProvider;

/**
 * Which plugins an operator switched off: a text file with one id a line. It lives in the desktop's
 * data folder, because PF4J's own place, the plugins folder, is read-only in a proper installation.
 */
final class DisabledPlugins implements PluginStatusProvider {

  static final String FILE = "disabled-plugins.txt";

  private final Supplier<Path> dataDir;

  DisabledPlugins(Supplier<Path> dataDir) {
    this.dataDir = dataDir;
  }

  @Override
  public boolean isPluginDisabled(String pluginId) {
    return read().contains(pluginId);
  }

  @Override
  public void disablePlugin(String pluginId) {
    Set<String> ids = read();
    if (ids.add(pluginId)) {
      write(ids);
    }
  }

  @Override
  public void enablePlugin(String pluginId) {
    Set<String> ids = read();
    if (ids.remove(pluginId)) {
      write(ids);
    }
  }

  private Set<String> read() {
    try {
      Path file = dataDir.get().resolve(FILE);
      return Files.exists(file)
          ? new LinkedHashSet<>(Files.readAllLines(file, UTF_8))
          : new LinkedHashSet<>();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Set<String> ids) {
    try {
      Files.createDirectories(dataDir.get());
      Files.write(dataDir.get().resolve(FILE), ids, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
