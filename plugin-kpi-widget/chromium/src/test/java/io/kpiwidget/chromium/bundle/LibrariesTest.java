package io.kpiwidget.chromium.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibrariesTest {

  @TempDir Path root;

  private void library(String path, byte[] content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private Libraries libraries() {
    return new Libraries(List.copyOf(Libraries.system(root)), 62);
  }

  @Test
  void missing_areThoseThatNoFolderHas() throws IOException {
    library("usr/lib/libhere.so.1", SmallElf.with("", "libhere.so.1"));
    assertThat(libraries().missing(List.of("libhere.so.1", "libz.so", "liba.so")))
        .containsExactly("liba.so", "libz.so");
  }

  @Test
  void missing_includesWhatTheFoundAskFor() throws IOException {
    library("lib64/liba.so", SmallElf.with("", "libb.so"));
    library("usr/lib64/libb.so", SmallElf.with("", "libc.so", "liba.so"));
    assertThat(libraries().missing(List.of("liba.so"))).containsExactly("libc.so");
  }

  @Test
  void cutShort_orOfAnotherMachine_isMissing() throws IOException {
    byte[] whole = SmallElf.with("", "libb.so");
    library("lib/libcut.so", Arrays.copyOf(whole, 100));
    library("lib/libempty.so", new byte[0]);
    library("lib/libarm.so", SmallElf.with(183, ""));
    assertThat(libraries().missing(List.of("libcut.so", "libempty.so", "libarm.so")))
        .containsExactly("libarm.so", "libcut.so", "libempty.so");
  }

  @Test
  void anotherMachines_doesNotHideTheRightOne() throws IOException {
    library("lib/liba.so", SmallElf.with(183, ""));
    library("usr/lib/liba.so", SmallElf.with(""));
    assertThat(libraries().missing(List.of("liba.so"))).isEmpty();
  }

  @Test
  void foldersOfTheLinkersConfiguration_areLookedAt() throws IOException {
    Files.createDirectories(root.resolve("etc/ld.so.conf.d"));
    Files.writeString(
        root.resolve("etc/ld.so.conf"), "# all\n/opt/one # first\ninclude ld.so.conf.d/*.conf\n");
    Files.writeString(root.resolve("etc/ld.so.conf.d/x.conf"), "/usr/lib/x86_64-linux-gnu\n");
    Files.writeString(root.resolve("etc/ld.so.conf.d/x.off"), "/opt/off\n");
    library("opt/one/liba.so", SmallElf.with(""));
    library("usr/lib/x86_64-linux-gnu/libb.so", SmallElf.with(""));
    library("opt/off/libc.so", SmallElf.with(""));
    assertThat(libraries().missing(List.of("liba.so", "libb.so", "libc.so")))
        .containsExactly("libc.so");
  }
}
