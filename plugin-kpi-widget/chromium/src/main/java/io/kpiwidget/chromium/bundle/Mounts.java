package io.kpiwidget.chromium.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux says about mounted file systems (proc_pid_mountinfo(5)). */
final class Mounts {

  private static final Path TABLE = Path.of("/proc/self/mountinfo");

  private Mounts() {}

  /** Whether the file system of {@code folder} is mounted "noexec"; false where nobody tells. */
  static boolean forbidsPrograms(Path folder) {
    try {
      return forbidsPrograms(Files.readAllLines(TABLE), Disk.there(folder).toRealPath());
    } catch (IOException untold) {
      // not Linux, or a locked room: then starting Chromium will tell
      return false;
    }
  }

  /** Of mounts upon mounts the last in the table counts. */
  static boolean forbidsPrograms(List<String> table, Path folder) {
    return table.stream()
        .map(line -> line.split(" "))
        .filter(words -> words.length > 5 && folder.startsWith(point(words)))
        .reduce((one, next) -> depth(next) >= depth(one) ? next : one)
        .filter(words -> List.of(words[5].split(",")).contains("noexec"))
        .isPresent();
  }

  private static int depth(String[] words) {
    return point(words).getNameCount();
  }

  private static Path point(String[] words) {
    return Path.of(words[4].replace("\\040", " "));
  }
}
