package io.kpiwidget.chromium;

import io.kpiwidget.chromium.bundle.Tree;
import io.kpiwidget.chromium.link.FrameFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The short-lived folder of one browser process, named after its process id. What a killed process
 * left behind is swept by the next one.
 */
final class Scratch {

  private static final String PREFIX = "run-";
  private static final String CRASH_PREFIX = "hs_err_pid";
  private static final int CRASHES_KEPT = 3;
  private static final Path SHARED_MEMORY = Path.of("/dev/shm");

  private final Path folder;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  static Scratch open(Path parent) throws IOException {
    Files.createDirectories(parent);
    sweep(parent, PREFIX);
    forgetOldCrashes(parent);
    if (Files.isDirectory(SHARED_MEMORY)) {
      sweep(SHARED_MEMORY, FrameFile.PREFIX);
    }
    String name = PREFIX + ProcessHandle.current().pid() + "-";
    return new Scratch(Files.createTempDirectory(parent, name));
  }

  Path profile() {
    return folder;
  }

  /** Where frame files may be; memory first. */
  List<Path> frameFolders() {
    return Files.isWritable(SHARED_MEMORY) ? List.of(SHARED_MEMORY, folder) : List.of(folder);
  }

  /** Best effort: a helper process may still write, and the next sweep finds the rest. */
  void delete() {
    Tree.delete(folder);
  }

  private static void sweep(Path parent, String prefix) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, prefix + "*")) {
      for (Path entry : entries) {
        if (!ownerLives(entry.getFileName().toString().substring(prefix.length()))) {
          Tree.delete(entry);
        }
      }
    }
  }

  /** Java's notes about its crashes: the newest may be asked for, a heap of them is litter. */
  private static void forgetOldCrashes(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      entries
          .filter(entry -> entry.getFileName().toString().startsWith(CRASH_PREFIX))
          .sorted(Comparator.comparing((Path note) -> note.toFile().lastModified()).reversed())
          .skip(CRASHES_KEPT)
          .forEach(Tree::delete);
    }
  }

  private static boolean ownerLives(String pidAndRest) {
    try {
      return ProcessHandle.of(Long.parseLong(pidAndRest.split("-", 2)[0])).isPresent();
    } catch (NumberFormatException notOurs) {
      return true;
    }
  }
}
