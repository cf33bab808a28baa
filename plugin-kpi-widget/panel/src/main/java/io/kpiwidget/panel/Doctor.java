package io.kpiwidget.panel;

import io.kpiwidget.chromium.bundle.Bundle;
import io.kpiwidget.chromium.bundle.Installer.Outlook;
import io.kpiwidget.chromium.bundle.Libraries;
import io.kpiwidget.chromium.bundle.Packages;
import io.kpiwidget.chromium.bundle.Packages.Family;
import io.kpiwidget.panel.browser.Launcher;
import io.kpiwidget.panel.browser.Trouble;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at all that Chromium needs on a machine. Starts no program and writes nothing. */
final class Doctor {

  private static final int OLDEST_JAVA = 17;
  private static final Pattern LOCAL_DISPLAY = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");
  private static final int DEEPEST_FONT = 6;

  private final Patient patient;
  private final Packages packages;

  Doctor(Patient patient, Packages packages) {
    this.patient = patient;
    this.packages = packages;
  }

  /**
   * What is looked at.
   *
   * @param plan how the browser process would be started
   * @param display what {@code DISPLAY} says
   * @param sockets where local X servers listen
   */
  record Patient(BrowserPlan plan, Path dataDir, String display, Path sockets, Fonts fonts) {}

  /** Folders that may have fonts. */
  record Fonts(List<Path> folders) {

    Fonts {
      folders = List.copyOf(folders);
    }

    /** Where Linux has them. */
    static Fonts of(Path home) {
      return new Fonts(
          List.of(
              Path.of("/usr/share/fonts"),
              Path.of("/usr/local/share/fonts"),
              home.resolve(".local/share/fonts"),
              home.resolve(".fonts")));
    }

    private boolean any() {
      return folders.stream().filter(Files::isDirectory).anyMatch(Fonts::hasFont);
    }

    private static boolean hasFont(Path folder) {
      try (Stream<Path> files =
          Files.find(
              folder,
              DEEPEST_FONT,
              (file, kind) -> file.toString().matches(".*\\.(ttf|otf|ttc|pfb)"))) {
        return files.findAny().isPresent();
      } catch (IOException unreadable) {
        return false;
      }
    }
  }

  /**
   * One thing, and whether it is as it must be.
   *
   * @param nextStep empty where there is none
   */
  record Finding(String subject, boolean well, String sentence, String nextStep) {

    private static Finding well(String subject, String sentence) {
      return new Finding(subject, true, sentence, "");
    }

    private static Finding ill(String subject, Trouble trouble) {
      return new Finding(subject, false, trouble.sentence(), trouble.nextStep());
    }
  }

  /** Blocks for some seconds. */
  List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    findings.add(platform());
    if (patient.plan() instanceof BrowserPlan.Start start) {
      findings.add(java(start.launcher()));
      findings.add(data());
      findings.add(bundle(start));
      findings.addAll(libraries(start.launcher()));
    } else {
      findings.add(noStart((BrowserPlan.Native) patient.plan()));
    }
    findings.add(display());
    findings.add(fonts());
    return findings;
  }

  private static Finding platform() {
    var here = Bundle.platformHere();
    return Bundle.of(Path.of("")).isPresent()
        ? Finding.well("platform", here)
        : Finding.ill("platform", Trouble.of("platform-unknown", here));
  }

  private static Finding noStart(BrowserPlan.Native stays) {
    return stays.reason().equals("browser.disabled")
        ? new Finding("java", false, "The browser is switched off.", "Set browser.enabled to true.")
        : Finding.ill("java", Trouble.of("launcher-missing", "none in the desktop's runtime"));
  }

  private static Finding java(Path launcher) {
    int feature = Launcher.feature(launcher);
    return feature < OLDEST_JAVA
        ? new Finding(
            "java",
            false,
            launcher + " is Java " + feature + ".",
            "Name a Java " + OLDEST_JAVA + " or newer as browser.java in kpi-widget.json.")
        : Finding.well("java", "Java " + feature + ", " + launcher);
  }

  private Finding data() {
    var folder = patient.dataDir().toAbsolutePath();
    return isWritable(folder)
        ? Finding.well("data", folder.toString())
        : Finding.ill("data", Trouble.of("data-unwritable", folder.toString()));
  }

  /** A folder that is not there yet is made in the nearest one that is. */
  private static boolean isWritable(Path folder) {
    var there = folder;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return Files.isDirectory(there) && Files.isWritable(there);
  }

  private Finding bundle(BrowserPlan.Start start) {
    var outlook = Outlook.of(patient.dataDir(), start.jar(), start.natives());
    return outlook
        .failure()
        .map(failed -> Finding.ill("bundle", Trouble.of(failed.code(), failed.detail())))
        .orElseGet(() -> Finding.well("bundle", outlook.place()));
  }

  private List<Finding> libraries(Path launcher) {
    var needed = Bundle.of(Path.of("")).map(Bundle::needed).orElse(List.of());
    if (needed.isEmpty()) {
      return List.of();
    }
    var missing = Libraries.here(Launcher.home(real(launcher))).missing(needed);
    return missing.isEmpty()
        ? List.of(Finding.well("library", "all " + needed.size() + ", and what they need"))
        : missing.stream().map(library -> missing(library, library + " is missing")).toList();
  }

  // /usr/bin/java is a link to the runtime's own
  private static Path real(Path launcher) {
    try {
      return launcher.toRealPath();
    } catch (IOException gone) {
      return launcher;
    }
  }

  private Finding missing(String thing, String sentence) {
    var names =
        Arrays.stream(Family.values())
            .flatMap(
                family ->
                    packages.name(family, thing).stream()
                        .map(name -> name + " (" + family.spoken() + ")"))
            .collect(Collectors.joining(", "));
    var subject = thing.equals("fonts") ? "fonts" : "library";
    return new Finding(
        subject, false, sentence + ".", names.isEmpty() ? "" : "Install " + names + ".");
  }

  private Finding display() {
    if (patient.display().isBlank()) {
      return Finding.ill("display", Trouble.of("no-display", ""));
    }
    Matcher local = LOCAL_DISPLAY.matcher(patient.display());
    return !local.matches() || answers(patient.sockets().resolve("X" + local.group(1)))
        ? Finding.well("display", patient.display())
        : new Finding(
            "display",
            false,
            "No X server answers at " + patient.display() + ".",
            "Run this in the agent's graphical session.");
  }

  private static boolean answers(Path socket) {
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException nobody) {
      return false;
    }
  }

  private Finding fonts() {
    return patient.fonts().any()
        ? Finding.well("fonts", "there are some")
        : missing("fonts", "There are no fonts, so pages would have no text");
  }

  /** The one command that brings what {@code findings} miss; empty when nothing is missing. */
  Optional<String> command(Collection<Finding> findings) {
    var things =
        findings.stream()
            .filter(each -> !each.well())
            .flatMap(each -> thing(each).stream())
            .toList();
    return things.isEmpty() ? Optional.empty() : Optional.of(packages.command(things));
  }

  private static Optional<String> thing(Finding finding) {
    return switch (finding.subject()) {
      case "library" -> Optional.of(finding.sentence().split(" ", 2)[0]);
      case "fonts" -> Optional.of("fonts");
      default -> Optional.empty();
    };
  }
}
