package io.kpiwidget.chromium;

import io.kpiwidget.chromium.bundle.Bundle;
import io.kpiwidget.chromium.bundle.Libraries;
import io.kpiwidget.chromium.link.ToDesktop;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cef.OS;

/** What went wrong on the way to the first picture, as a code and a detail. */
final class StartFailure {

  // "libcef.so: libnss3.so: cannot open shared object file: No such file or directory"
  private static final Pattern MISSING =
      Pattern.compile(
          "([\\w.+-]+\\.so[.\\d]*|[\\w.+-]+\\.dll|[\\w.+-]+\\.dylib): (?!.*\\.so)(.+)$");

  /** glibc about a library on a file system that is mounted "noexec". */
  private static final String NO_PROGRAMS_HERE = "failed to map segment";

  private StartFailure() {}

  static void checkDisplay() {
    String display = System.getenv("DISPLAY");
    if (OS.isLinux() && (display == null || display.isBlank())) {
      throw new NoDisplay();
    }
  }

  static ToDesktop.Failed of(Throwable fatal) {
    if (fatal instanceof NoDisplay) {
      return new ToDesktop.Failed("no-display", "");
    }
    String text = String.valueOf(fatal.getMessage());
    if (fatal instanceof UnsatisfiedLinkError) {
      return text.contains(NO_PROGRAMS_HERE)
          ? new ToDesktop.Failed("bundle-noexec", library(text))
          : new ToDesktop.Failed("library-missing", libraries(text));
    }
    return new ToDesktop.Failed(
        "start-failed", Redacted.text(fatal.getClass().getSimpleName() + ": " + text));
  }

  /** All that are missing: the linker names one, and who installs wants to do it once. */
  private static String libraries(String message) {
    Set<String> missing = new LinkedHashSet<>(Set.of(library(message)));
    if (OS.isLinux()) {
      Libraries here = Libraries.here(Path.of(System.getProperty("java.home")));
      Bundle.of(Path.of("")).map(Bundle::needed).map(here::missing).ifPresent(missing::addAll);
    }
    return String.join(", ", missing);
  }

  /** The library's name in the linker's message; the message without its folders otherwise. */
  static String library(String message) {
    Matcher matcher = MISSING.matcher(message);
    return matcher.find() ? matcher.group(1) : fileName(message);
  }

  private static String fileName(String message) {
    String first = message.split(":", 2)[0];
    return first.contains("/") ? String.valueOf(Path.of(first).getFileName()) : message;
  }

  private static final class NoDisplay extends RuntimeException {}
}
