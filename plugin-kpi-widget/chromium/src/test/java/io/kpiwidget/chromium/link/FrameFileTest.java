package io.kpiwidget.chromium.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FrameFileTest {

  private static final Area ALL = new Area(0, 0, 4, 3);

  @TempDir Path folder;
  private FrameFile writer;
  private FrameFile reader;

  @BeforeEach
  void open() throws IOException {
    writer = FrameFile.create(List.of(folder), 4 * 3 * 4);
    reader = FrameFile.open(writer.path(), writer.slotBytes());
  }

  private static ByteBuffer picture(int colour) {
    ByteBuffer picture = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    while (picture.hasRemaining()) {
      picture.putInt(colour);
    }
    return picture;
  }

  @Test
  void frame_isReadAsWritten() {
    int[] pixels = new int[12];
    writer.write(1, picture(0xFF102030), 4, ALL);
    assertThat(reader.read(1, pixels, 4, ALL)).isTrue();
    assertThat(pixels).containsOnly(0xFF102030);
  }

  @Test
  void area_leavesTheRestAlone() {
    int[] pixels = new int[12];
    writer.write(1, picture(9), 4, ALL);
    reader.read(1, pixels, 4, new Area(1, 1, 2, 1));
    assertThat(pixels).containsExactly(0, 0, 0, 0, 0, 9, 9, 0, 0, 0, 0, 0);
  }

  @Test
  void frameBeforeThis_isStillThere_theOneBeforeThatIsNot() {
    int[] pixels = new int[12];
    for (int frame = 1; frame <= 3; frame++) {
      writer.write(frame, picture(frame), 4, ALL);
    }
    assertThat(reader.read(2, pixels, 4, ALL)).isTrue();
    assertThat(pixels).containsOnly(2);
    assertThat(reader.read(1, pixels, 4, ALL)).isFalse();
  }

  @Test
  void overlay_isCutAtTheEdge() {
    int[] pixels = new int[12];
    writer.write(1, picture(1), 4, ALL);
    byte[] four = new byte[16];
    Arrays.fill(four, (byte) 2);
    writer.overlay(1, ByteBuffer.wrap(four), 2, new Area(3, 2, 2, 2), 4, 3);
    assertThat(reader.read(1, pixels, 4, ALL)).isTrue();
    assertThat(pixels).containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0x02020202);
  }

  @Test
  void file_isForItsOwnerOnly() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(writer.path())))
        .isEqualTo("rw-------");
  }

  @Test
  void unlinkedFile_canStillBeRead() throws IOException {
    writer.unlink();
    writer.write(2, picture(5), 4, ALL);
    int[] pixels = new int[12];
    assertThat(reader.read(2, pixels, 4, ALL)).isTrue();
    assertThat(writer.path()).doesNotExist();
  }

  @Test
  void firstFolderUnusable_nextIsTaken() throws IOException {
    FrameFile other = FrameFile.create(List.of(folder.resolve("missing"), folder), 16);
    assertThat(other.path()).hasParent(folder).exists();
  }

  @Test
  void fileTooShort_isRefused() {
    assertThatThrownBy(() -> FrameFile.open(writer.path(), 1 << 20))
        .isInstanceOf(IOException.class);
  }
}
