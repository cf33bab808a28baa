package io.kpiwidget.engine.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The plugin's configuration, valid as a whole.
 *
 * @param contact whom agents ask for what they lack; empty means their administrator
 * @param warnings what somebody should know although it can be used
 */
public record WidgetConfig(
    PlatformConfig platform,
    TokenConfig token,
    ViewKind view,
    BrowserConfig browser,
    WidgetDefinition widget,
    Optional<String> contact,
    List<Problem> warnings) {

  public WidgetConfig {
    warnings = List.copyOf(warnings);
  }

  /** Reads and checks {@code file}. Blocks. */
  public static WidgetConfig load(Path file) throws ConfigException {
    return ConfigReader.read(file);
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
   */
  public record PlatformConfig(
      URI api, Optional<URI> shell, ShellToken shellToken, Set<String> sandbox) {

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
   * @param hostOrigin the origin of the host page
   */
  public record BrowserConfig(
      boolean enabled, Optional<Path> java, Optional<Path> natives, String hostOrigin) {}
}
