package io.kpiwidget.panel.browser;

import io.kpiwidget.chromium.bundle.Natives;
import io.kpiwidget.chromium.link.Entry;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a browser process is started: command, folder, environment. Panels of equal plans share one.
 *
 * @param natives as in {@link BrowserView.Settings}
 * @param frameOrigins which Chromium as a whole may reach, not one page of it
 */
record LaunchPlan(
    Path launcher,
    Path jar,
    Natives natives,
    Path dataDir,
    List<String> frameOrigins,
    String classPath) {

  LaunchPlan {
    frameOrigins = List.copyOf(frameOrigins);
  }

  /**
   * What the process needs to find display, fonts and temporary folder. Nothing else of the
   * desktop's environment goes to Chromium: it may hold secrets.
   */
  private static final Set<String> ENVIRONMENT =
      Set.of(
          "DISPLAY",
          "XAUTHORITY",
          "XDG_RUNTIME_DIR",
          "XDG_SESSION_TYPE",
          "DBUS_SESSION_BUS_ADDRESS",
          "HOME",
          "USER",
          "LOGNAME",
          "PATH",
          "LANG",
          "LANGUAGE",
          "TZ",
          "TMPDIR",
          "FONTCONFIG_PATH",
          "FONTCONFIG_FILE",
          "LD_LIBRARY_PATH",
          "http_proxy",
          "https_proxy",
          "no_proxy",
          "SystemRoot",
          "windir",
          "SystemDrive",
          "TEMP",
          "TMP",
          "USERPROFILE",
          "APPDATA",
          "LOCALAPPDATA",
          "ProgramFiles",
          "ProgramData",
          "NUMBER_OF_PROCESSORS");

  private static final int NATIVE_ACCESS_ASKED_SINCE = 22;

  static LaunchPlan of(BrowserView.Settings settings, String classPath) {
    return new LaunchPlan(
        settings.launcher(),
        settings.jar(),
        settings.natives(),
        settings.dataDir(),
        settings.frameOrigins(),
        classPath);
  }

  /** The short run that installs the bundle. */
  ProcessBuilder installer() {
    List<String> command = java();
    command.addAll(
        List.of(
            Entry.INSTALL, dataDir.toAbsolutePath().toString(), jar.toAbsolutePath().toString()));
    command.addAll(natives.arguments());
    return builder(command);
  }

  /** The browser process; its working folder is the first place where libraries are looked for. */
  ProcessBuilder browser(Path bundle) {
    return builder(java()).directory(bundle.toFile());
  }

  private List<String> java() {
    List<String> command =
        new ArrayList<>(
            List.of(
                launcher.toString(),
                "-Djava.awt.headless=true",
                "-Djava.net.useSystemProxies=true",
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:ErrorFile=" + scratch().resolve("hs_err_pid%p.log")));
    if (Launcher.feature(launcher) >= NATIVE_ACCESS_ASKED_SINCE) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", absolute(classPath), Entry.MAIN_CLASS));
    return command;
  }

  /** Where the process keeps what does not outlive it. */
  Path scratch() {
    return dataDir.toAbsolutePath().resolve("chromium").resolve("run");
  }

  private static String absolute(String classPath) {
    return String.join(
        File.pathSeparator,
        List.of(classPath.split(File.pathSeparator)).stream()
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }

  private static ProcessBuilder builder(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> !wanted(name));
    return builder;
  }

  static boolean wanted(String name) {
    return ENVIRONMENT.stream().anyMatch(name::equalsIgnoreCase) || name.startsWith("LC_");
  }
}
