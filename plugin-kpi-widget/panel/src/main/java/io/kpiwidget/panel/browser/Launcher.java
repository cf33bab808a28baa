package io.kpiwidget.panel.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code java} program that runs the browser process. */
public final class Launcher {

  private static final Pattern FEATURE = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)");

  private Launcher() {}

  /** Where its runtime is. */
  public static Path home(Path launcher) {
    return launcher.toAbsolutePath().resolveSibling("..").normalize();
  }

  /** Its Java version; ours when it does not say. Blocks. */
  public static int feature(Path launcher) {
    try {
      Matcher version = FEATURE.matcher(Files.readString(home(launcher).resolve("release")));
      return version.find() ? Integer.parseInt(version.group(1)) : Runtime.version().feature();
    } catch (IOException notThere) {
      return Runtime.version().feature();
    }
  }
}
