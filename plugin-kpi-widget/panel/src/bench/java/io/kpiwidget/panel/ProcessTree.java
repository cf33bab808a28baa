package io.kpiwidget.panel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** This JVM and everything it has started, as Linux accounts for them. */
final class ProcessTree {

  /** Linux counts processor time in hundredths of a second (USER_HZ), whatever its own clock. */
  private static final double TICK_SECONDS = 0.01;

  private static final double KIB_OF_MIB = 1024;

  /** Fields of {@code stat} after the command, which may have blanks in it. */
  private static final int USER_TIME = 11;

  private static final int SYSTEM_TIME = 12;

  private ProcessTree() {}

  private static Stream<Long> pids() {
    var own = ProcessHandle.current();
    return Stream.concat(Stream.of(own), own.descendants()).map(ProcessHandle::pid);
  }

  /** The proportional set size of all together. */
  static double pssMiB() {
    return pids().mapToDouble(ProcessTree::pssMiB).sum();
  }

  /** Of this JVM alone. */
  static double ownPssMiB() {
    return pssMiB(ProcessHandle.current().pid());
  }

  private static double pssMiB(long pid) {
    return read(pid, "smaps_rollup").stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith("Pss:"))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_OF_MIB)
        .sum();
  }

  /** Processor time so far, by process. */
  static Map<Long, Double> seconds() {
    return pids().collect(Collectors.toMap(pid -> pid, ProcessTree::seconds));
  }

  private static double seconds(long pid) {
    return read(pid, "stat")
        .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1))
        .map(f -> Long.parseLong(f[USER_TIME]) + Long.parseLong(f[SYSTEM_TIME]))
        .map(ticks -> ticks * TICK_SECONDS)
        .orElse(0.0);
  }

  /** Empty when the process has ended meanwhile. */
  private static Optional<String> read(long pid, String name) {
    try {
      return Optional.of(Files.readString(Path.of("/proc", Long.toString(pid), name)));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }
}
