package io.kpiwidget.desktop;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line, read once. */
@Command(
    name = "sample-desktop",
    mixinStandardHelpOptions = true,
    version = "1.0.0",
    sortOptions = false,
    description = "A sample agent desktop that docks the panels of the plugins it finds.")
public final class DesktopOptions {

  @Option(
      names = "--plugins",
      required = true,
      paramLabel = "DIR",
      description = "Folder with plugin jars.")
  private Path plugins = Path.of("plugins");

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Writable folder for settings and plugins' files.")
  private Path dataDir = Path.of(System.getProperty("user.home"), ".agent-desktop");

  @Option(names = "--config", paramLabel = "FILE", description = "The plugin's kpi-widget.json.")
  private @Nullable Path config;

  @Option(
      names = "--natives",
      paramLabel = "PATH",
      description = "Chromium's native files for the plugin.")
  private @Nullable Path natives;

  @Option(
      names = "--setting",
      paramLabel = "KEY=VALUE",
      description = "One more setting that plugins may read; may be repeated.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--platform-info",
      paramLabel = "FILE",
      description = "The first line that the sandbox printed.")
  private @Nullable Path platformInfo;

  @Option(
      names = "--agent",
      paramLabel = "ID",
      description = "Who signs in at start; the first agent of the platform by default.")
  private @Nullable String agent;

  @Option(names = "--theme", paramLabel = "light|dark", description = "The look at start.")
  private String theme = "light";

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the simulated softphone.")
  private long seed = 7;

  @Option(
      names = "--exit-after",
      paramLabel = "SECONDS",
      description = "Write report and screenshot after so many seconds, and end.")
  private @Nullable Integer exitAfter;

  @Option(names = "--report", paramLabel = "FILE", description = "Where the JSON report goes.")
  private @Nullable Path report;

  @Option(
      names = "--screenshot",
      paramLabel = "FILE",
      description = "Where the picture of the window goes (PNG).")
  private @Nullable Path screenshot;

  /** Options as a command line would give them; for programs that start the desktop. */
  public static DesktopOptions parse(String... args) {
    DesktopOptions options = new DesktopOptions();
    new CommandLine(options).parseArgs(args);
    return options;
  }

  Path plugins() {
    return plugins;
  }

  Path dataDir() {
    return dataDir;
  }

  /** What plugins may read. */
  Map<String, String> pluginSettings() {
    Map<String, String> all = new LinkedHashMap<>(settings);
    put(all, "kpi-widget.config", config);
    put(all, "kpi-widget.natives", natives);
    return Map.copyOf(all);
  }

  private static void put(Map<String, String> settings, String key, @Nullable Path path) {
    if (path != null) {
      settings.put(key, path.toAbsolutePath().toString());
    }
  }

  Optional<Path> platformInfo() {
    return Optional.ofNullable(platformInfo);
  }

  Optional<String> agent() {
    return Optional.ofNullable(agent);
  }

  String theme() {
    return theme;
  }

  long seed() {
    return seed;
  }

  Optional<Integer> exitAfter() {
    return Optional.ofNullable(exitAfter);
  }

  Optional<Path> report() {
    return Optional.ofNullable(report);
  }

  Optional<Path> screenshot() {
    return Optional.ofNullable(screenshot);
  }
}
