package io.kpiwidget.chromium.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ElfTest {

  @TempDir Path folder;

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("lib.so"), content);
  }

  private static byte[] program() {
    return SmallElf.with(".:$ORIGIN", "libone.so.1", "libtwo.so");
  }

  @Test
  void read_namesWhatIsNeeded() throws IOException {
    Elf elf = Elf.read(file(program()));
    assertThat(elf.machine()).isEqualTo(62);
    assertThat(elf.needed()).containsExactly("libone.so.1", "libtwo.so");
  }

  @Test
  void read_anythingElse_isRefused() throws IOException {
    Path text = file("#!/bin/sh\n".repeat(20).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Elf.read(text)).isInstanceOf(IOException.class);
    assertThat(Elf.is(text)).isFalse();
  }

  @Test
  void read_cutShortAnywhere_isAnIoException() {
    byte[] whole = program();
    IntStream.range(0, whole.length - 12)
        .forEach(
            length ->
                assertThatThrownBy(() -> Elf.read(file(Arrays.copyOf(whole, length))))
                    .as("%s bytes", length)
                    .isInstanceOf(IOException.class));
  }

  @Test
  void narrow_takesTheWorkingFolderOff_andKeepsSizeAndTexts() throws IOException {
    byte[] before = program();
    Path file = file(before);
    assertThat(SmallElf.searched(file)).isEqualTo(".:$ORIGIN");
    Elf.narrow(file);
    assertThat(SmallElf.searched(file)).isEqualTo("$ORIGIN");
    assertThat(Files.size(file)).isEqualTo(before.length);
    assertThat(Elf.read(file).needed()).containsExactly("libone.so.1", "libtwo.so");
  }

  @Test
  void narrow_again_orAnotherFile_changesNothing() throws IOException {
    Path file = file(SmallElf.with("$ORIGIN", "libone.so.1"));
    byte[] before = Files.readAllBytes(file);
    Elf.narrow(file);
    assertThat(file).hasBinaryContent(before);
    Path text = Files.writeString(folder.resolve("text"), "words");
    Elf.narrow(text);
    assertThat(text).hasContent("words");
  }
}
