package io.kpiwidget.desktop;

import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.UIManager;

/** How much of what a plugin may forget is there. */
record Leftovers(long threads, long files, long processes, long listeners) {

  /** Pools of the JVM, the sandbox and the plugin, whose threads are as many as there is work. */
  private static final List<String> ELASTIC =
      List.of("ForkJoinPool", "process reaper", "sandbox-", "Scheduler-", "kpi-widget-io-");

  static Leftovers now() throws Exception {
    return new Leftovers(running(), open(), started(), DesktopDriver.onEdt(Leftovers::heard));
  }

  private static long running() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> ELASTIC.stream().noneMatch(thread.getName()::startsWith))
        .count();
  }

  /** Without sockets, of which the sandbox has the other end in this process, and its own. */
  private static long open() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.filter(file -> !target(file).startsWith("socket:")).count();
    }
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException closedMeanwhile) {
      return "socket:";
    }
  }

  private static long started() {
    return ProcessHandle.current().descendants().count();
  }

  private static long heard() {
    var focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
    return UIManager.getPropertyChangeListeners().length
        + focus.getPropertyChangeListeners().length
        + focus.getVetoableChangeListeners().length
        + Toolkit.getDefaultToolkit().getAWTEventListeners().length
        + Toolkit.getDefaultToolkit().getPropertyChangeListeners().length;
  }

  boolean notMoreThan(Leftovers before) {
    return threads <= before.threads
        && files <= before.files
        && processes <= before.processes
        && listeners <= before.listeners;
  }
}
