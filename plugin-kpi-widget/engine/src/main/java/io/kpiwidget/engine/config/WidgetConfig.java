package io.kpiwidget.engine.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The plugin's configuration, valid as a whole.
 *
 * @param widgets one or more, each for a panel of its own
 * @param contact whom agents ask for what they lack; empty means their administrator
 * @param warnings what somebody should know although it can be used
 */
public record WidgetConfig(
    PlatformConfig platform,
    TokenConfig token,
    ViewKind view,
    BrowserConfig browser,
    List<WidgetDefinition> widgets,
    Optional<String> contact,
    List<Problem> warnings) {

  /** Each is a panel with a browser process; more than these nobody watches. */
  public static final int MOST_WIDGETS = 4;

  public WidgetConfig {
    widgets = List.copyOf(widgets);
    warnings = List.copyOf(warnings);
  }

  /** Reads and checks {@code file}. Blocks. */
  public static WidgetConfig load(Path file) throws ConfigException {
    return ConfigReader.read(file);
  }

  /** The widget of one panel: the only one, or the first. */
  public WidgetDefinition widget() {
    return widgets.get(0);
  }

  /** The same for another panel: of all widgets only {@code which}. */
  public WidgetConfig of(WidgetDefinition which) {
    return new WidgetConfig(platform, token, view, browser, List.of(which), contact, warnings);
  }

  /** Whether {@code other} differs in nothing but its widgets. */
  public boolean isOfOnePlatform(WidgetConfig other) {
    return of(other.widget()).equals(other.of(other.widget()));
  }

  /** What the browser shows: our own KPI view, or the platform's widget shell (guide §3). */
  public enum ViewKind {
    KPI,
    PLATFORM
  }

  /**
   * Where the platform is.
   *
   * @param api base of the API
   * @param shell base of the widget shell, on an origin of its own; only for {@link
   *     ViewKind#PLATFORM}
   * @param shellToken how the widget shell gets its access token
   * @param sandbox what the shell's frame is allowed, of what the guide allows it
   * @param messages a file beside the configuration's with the names of what the shell says
   */
  public record PlatformConfig(
      URI api,
      Optional<URI> shell,
      ShellToken shellToken,
      Set<String> sandbox,
      Optional<Path> messages) {

    public PlatformConfig {
      sandbox = Set.copyOf(sandbox);
    }
  }

  /** How the platform's widget shell gets its access token. */
  public enum ShellToken {
    /** Put on requests to the shell's one origin, outside every page. */
    HEADER,
    /** Posted to the shell's one origin, once its page says that it listens. */
    POST,
    /** In the fragment of the shell's address (guide §3); a new token is a new document. */
    FRAGMENT
  }

  /**
   * How Chromium is run.
   *
   * @param java a launcher to use instead of the desktop's own runtime
   * @param natives a folder with an unpacked bundle, or a natives jar
   * @param mirror a folder of a web server from which the natives jar may be fetched; without it
   *     nothing is
   * @param hostOrigin the origin of the host page
   */
  public record BrowserConfig(
      boolean enabled,
      Optional<Path> java,
      Optional<Path> natives,
      Optional<URI> mirror,
      String hostOrigin) {

    /** What counts where nothing is said. */
    public static final BrowserConfig STANDARD =
        new BrowserConfig(
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ConfigReader.DEFAULT_HOST_ORIGIN);
  }
}
