package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScratchTest {

  /** Above any process id that Linux or Windows hands out. */
  private static final long NOBODY = 1L << 40;

  @TempDir Path parent;

  @Test
  void leftoversOfTheDead_areSwept_othersStay() throws IOException {
    Path dead = Files.createDirectories(parent.resolve("run-" + NOBODY + "-1/Default"));
    Path alive =
        Files.createDirectory(parent.resolve("run-" + ProcessHandle.current().pid() + "-1"));
    Path foreign = Files.createDirectory(parent.resolve("run-of-somebody"));
    Scratch scratch = Scratch.open(parent);
    assertThat(dead.getParent()).doesNotExist();
    assertThat(alive).exists();
    assertThat(foreign).exists();
    assertThat(scratch.profile()).isDirectory();
  }

  @Test
  void delete_takesTheWholeFolder() throws IOException {
    Scratch scratch = Scratch.open(parent);
    Files.createDirectories(scratch.profile().resolve("a/b"));
    scratch.delete();
    assertThat(scratch.profile()).doesNotExist();
  }

  @Test
  void notesOfCrashes_theNewestThreeStay() throws IOException {
    for (int crash = 1; crash <= 5; crash++) {
      Path note = Files.createFile(parent.resolve("hs_err_pid" + crash + ".log"));
      assertThat(note.toFile().setLastModified(crash * 1000L)).isTrue();
    }
    Scratch.open(parent);
    assertThat(parent).isDirectoryNotContaining("glob:**hs_err_pid[12].log");
    assertThat(parent).isDirectoryContaining("glob:**hs_err_pid3.log");
  }
}
