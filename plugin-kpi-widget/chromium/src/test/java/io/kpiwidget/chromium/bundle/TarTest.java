package io.kpiwidget.chromium.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TarTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

  private TarTest entry(char type, String name, int mode, String content) throws IOException {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "%07o".formatted(mode));
    put(header, 124, "%011o".formatted(content.length()));
    header[156] = (byte) type;
    archive.write(header);
    archive.write(Arrays.copyOf(content.getBytes(US_ASCII), (content.length() + 511) / 512 * 512));
    return this;
  }

  private static void put(byte[] header, int offset, String text) {
    System.arraycopy(text.getBytes(US_ASCII), 0, header, offset, text.length());
  }

  private void unpack() throws IOException {
    archive.write(new byte[1024]);
    Tar.unpack(new ByteArrayInputStream(archive.toByteArray()), folder, Files::newOutputStream);
  }

  @Test
  void filesAndFolders_areUnpackedWithTheirMode() throws IOException {
    entry('5', "locales/", 0755, "")
        .entry('0', "locales/en.pak", 0644, "words")
        .entry('0', "helper", 0755, "x".repeat(512))
        .entry('0', "empty", 0644, "")
        .unpack();
    assertThat(folder.resolve("locales/en.pak")).hasContent("words");
    assertThat(Files.isExecutable(folder.resolve("locales/en.pak"))).isFalse();
    assertThat(Files.isExecutable(folder.resolve("helper"))).isTrue();
    assertThat(folder.resolve("empty")).isEmptyFile();
  }

  @Test
  void nameThatLeadsOut_isRefused() throws IOException {
    entry('0', "../outside", 0644, "x");
    assertThatThrownBy(this::unpack).hasMessageContaining("../outside");
    assertThat(folder.resolveSibling("outside")).doesNotExist();
  }

  @Test
  void link_isRefused() throws IOException {
    entry('2', "link", 0777, "");
    assertThatThrownBy(this::unpack).isInstanceOf(IOException.class);
  }

  @Test
  void archiveCutShort_isAnError() throws IOException {
    entry('0', "file", 0644, "content");
    byte[] cut = Arrays.copyOf(archive.toByteArray(), 515);
    assertThatThrownBy(
            () -> Tar.unpack(new ByteArrayInputStream(cut), folder, Files::newOutputStream))
        .isInstanceOf(EOFException.class);
  }
}
