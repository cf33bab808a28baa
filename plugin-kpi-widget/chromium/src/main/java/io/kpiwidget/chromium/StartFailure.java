package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.ToDesktop;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cef.OS;

/** What went wrong on the way to the first picture, as a code and a detail. */
final class StartFailure {

  // "libcef.so: libnss3.so: cannot open shared object file: No such file or directory"
  private static final Pattern MISSING =
      Pattern.compile(
          "([\\w.+-]+\\.so[.\\d]*|[\\w.+-]+\\.dll|[\\w.+-]+\\.dylib): (?!.*\\.so)(.+)$");

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
      return new ToDesktop.Failed("library-missing", library(text));
    }
    return new ToDesktop.Failed(
        "start-failed", Redacted.text(fatal.getClass().getSimpleName() + ": " + text));
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
