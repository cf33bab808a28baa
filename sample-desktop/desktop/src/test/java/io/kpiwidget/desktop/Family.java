package io.kpiwidget.desktop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The processes below one: the browser process and Chromium's helpers. */
final class Family {

  private static final Duration GONE_WITHIN = Duration.ofSeconds(2);
  private static final String CHILD = "io.kpiwidget.chromium.BrowserProcess";

  private final ProcessHandle root;

  Family(ProcessHandle root) {
    this.root = root;
  }

  /** The browser process's own JVM. */
  List<ProcessHandle> child() {
    return those(command -> command.contains(CHILD));
  }

  /** Helpers of a kind as Chromium names it, the oldest first. */
  List<ProcessHandle> helpers(String kind) {
    return those(command -> command.contains("--type=" + kind));
  }

  List<ProcessHandle> all() {
    return those(command -> command.contains(CHILD) || command.contains("--type="));
  }

  private List<ProcessHandle> those(Predicate<String> command) {
    return root.descendants()
        .filter(each -> command.test(command(each)))
        .sorted(Comparator.comparing(ProcessHandle::pid))
        .toList();
  }

  /** Chromium writes its helpers' arguments as one, which a ProcessHandle does not read. */
  private static String command(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).replace('\0', ' ');
    } catch (IOException gone) {
      return "";
    }
  }

  /** How many of {@code ended} are there after all, two seconds later at most. */
  static int left(List<ProcessHandle> ended) {
    long end = System.nanoTime() + GONE_WITHIN.toNanos();
    while (living(ended).findAny().isPresent() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return (int) living(ended).count();
  }

  private static Stream<ProcessHandle> living(List<ProcessHandle> processes) {
    return processes.stream().filter(ProcessHandle::isAlive).filter(Family::runs);
  }

  /** Not if it is dead and only waits for its parent to ask, which Chromium's zygotes do. */
  private static boolean runs(ProcessHandle process) {
    try {
      return !Files.readString(Path.of("/proc/" + process.pid() + "/stat")).contains(") Z ");
    } catch (IOException gone) {
      return false;
    }
  }

  static void signal(String name, List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle process : processes) {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    }
  }
}
