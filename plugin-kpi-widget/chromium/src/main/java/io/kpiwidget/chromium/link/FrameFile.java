package io.kpiwidget.chromium.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Two pictures in a file that both processes map: while the desktop copies one, the browser process
 * writes the other. Each has the sequence number of its frame, negative while it is written. Pixels
 * are 32 bit, blue first.
 */
public final class FrameFile {

  public static final String PREFIX = "kpi-widget-frames-";

  private static final int HEADER = 4096;
  private static final int ZEROES = 1 << 20;

  private final Path path;
  private final int slotBytes;
  private final MappedByteBuffer map;

  private FrameFile(Path path, int slotBytes, MappedByteBuffer map) {
    this.path = path;
    this.slotBytes = slotBytes;
    this.map = map;
  }

  /** Makes a file that only its owner may open, in the first of {@code folders} that has room. */
  public static FrameFile create(List<Path> folders, int slotBytes) throws IOException {
    IOException failure = new IOException("no folder for the frame file");
    for (Path folder : folders) {
      try {
        return create(folder, slotBytes);
      } catch (IOException noRoom) {
        failure.addSuppressed(noRoom);
      }
    }
    throw failure;
  }

  /** Maps a file that the other process made. */
  public static FrameFile open(Path path, int slotBytes) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = size(slotBytes);
      if (file.size() < size) {
        // touching a page behind the end would kill the process
        throw new IOException("frame file is too short: " + file.size());
      }
      return new FrameFile(path, slotBytes, file.map(FileChannel.MapMode.READ_ONLY, 0, size));
    }
  }

  private static FrameFile create(Path folder, int slotBytes) throws IOException {
    Path path = folder.resolve(PREFIX + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try (FileChannel file = FileChannel.open(path, options, ownerOnly(folder))) {
      fill(file, size(slotBytes));
      return new FrameFile(
          path, slotBytes, file.map(FileChannel.MapMode.READ_WRITE, 0, size(slotBytes)));
    } catch (IOException noRoom) {
      Files.deleteIfExists(path);
      throw noRoom;
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder) throws IOException {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Takes the room now: a mapped page without room behind it kills the process that touches it. */
  private static void fill(FileChannel file, long size) throws IOException {
    ByteBuffer zeroes = ByteBuffer.allocate(ZEROES);
    for (long at = 0; at < size; at += zeroes.limit()) {
      zeroes.clear().limit((int) Math.min(ZEROES, size - at));
      while (zeroes.hasRemaining()) {
        file.write(zeroes);
      }
    }
  }

  private static long size(int slotBytes) {
    return HEADER + 2L * slotBytes;
  }

  public Path path() {
    return path;
  }

  public int slotBytes() {
    return slotBytes;
  }

  /** Unlinks the file; what is mapped stays mapped. */
  public void unlink() throws IOException {
    Files.deleteIfExists(path);
  }

  /** Copies {@code area} of a whole picture into the frame's half. */
  public void write(long sequence, ByteBuffer picture, int width, Area area) {
    map.putLong(mark(sequence), -sequence);
    for (int row = area.y(); row < area.y() + area.height(); row++) {
      int at = (row * width + area.x()) * Integer.BYTES;
      map.put(start(sequence) + at, picture, at, area.width() * Integer.BYTES);
    }
    map.putLong(mark(sequence), sequence);
  }

  /** Puts {@code pixels} on the frame's picture at {@code area}, cut at the picture's edge. */
  public void overlay(
      long sequence,
      ByteBuffer pixels,
      int stride,
      Area area,
      int pictureWidth,
      int pictureHeight) {
    Area seen = area.within(pictureWidth, pictureHeight);
    for (int row = seen.y(); row < seen.y() + seen.height(); row++) {
      int from = ((row - area.y()) * stride + seen.x() - area.x()) * Integer.BYTES;
      int to = (row * pictureWidth + seen.x()) * Integer.BYTES;
      if (from + seen.width() * Integer.BYTES <= pixels.limit()) {
        map.put(start(sequence) + to, pixels, from, seen.width() * Integer.BYTES);
      }
    }
  }

  /**
   * Copies {@code area} of the frame into {@code pixels}, a picture of the same width. False when
   * the half holds another frame: then the pixels are not to be shown.
   */
  public boolean read(long sequence, int[] pixels, int width, Area area) {
    boolean before = map.getLong(mark(sequence)) == sequence;
    IntBuffer picture =
        map.slice(start(sequence), slotBytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    for (int row = area.y(); row < area.y() + area.height(); row++) {
      int at = row * width + area.x();
      picture.get(at, pixels, at, area.width());
    }
    return before && map.getLong(mark(sequence)) == sequence;
  }

  private static int mark(long sequence) {
    return (int) (sequence & 1) * Long.BYTES;
  }

  private int start(long sequence) {
    return HEADER + (int) (sequence & 1) * slotBytes;
  }
}
