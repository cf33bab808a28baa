package io.kpiwidget.chromium.bundle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * What a 64-bit little-endian program or library asks of the dynamic linker (System V gABI, chapter
 * 5): enough to know what is missing without running anything.
 *
 * @param machine {@code e_machine}
 * @param needed names of libraries ({@code DT_NEEDED})
 */
record Elf(int machine, List<String> needed) {

  private static final int X86_64 = 62;
  private static final int AARCH64 = 183;
  private static final int MAGIC = 0x464C457F;
  private static final int CLASS_64 = 2;
  private static final int LITTLE_ENDIAN = 1;
  private static final int HEADER = 64;
  private static final int PROGRAM_HEADER = 56;
  private static final int LOAD = 1;
  private static final int DYNAMIC = 2;
  private static final int DT_NEEDED = 1;
  private static final int DT_STRTAB = 5;
  private static final int DT_RPATH = 15;
  private static final int DT_RUNPATH = 29;
  private static final int LONGEST_NAME = 4096;

  /** Before the real place: any folder that somebody is in. */
  private static final String WORKING_FOLDER = ".:";

  Elf {
    needed = List.copyOf(needed);
  }

  /** This machine in {@code e_machine}'s numbers. */
  static int machineHere() {
    return System.getProperty("os.arch").equals("aarch64") ? AARCH64 : X86_64;
  }

  /** Blocks. An {@link IOException} means: none, cut short, or for another kind of machine. */
  static Elf read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Reader reader = new Reader(channel);
      List<String> needed = new ArrayList<>();
      for (Tag tag : reader.tags(kind -> kind == DT_NEEDED)) {
        needed.add(reader.text(tag));
      }
      return new Elf(reader.machine, needed);
    }
  }

  /**
   * Takes the working folder off the places where {@code file} looks for its libraries: a fake one
   * could be planted there. Only the entry's value moves, past ".:" in the text that it points to;
   * the text may be a part of others. Any other file stays as it is.
   */
  static void narrow(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (!isElf(channel)) {
        return;
      }
      Reader reader = new Reader(channel);
      for (Tag tag : reader.tags(kind -> kind == DT_RPATH || kind == DT_RUNPATH)) {
        if (reader.text(tag).startsWith(WORKING_FOLDER)) {
          channel.write(little(8).putLong(0, tag.value + WORKING_FOLDER.length()), tag.at + 8);
        }
      }
      channel.force(true);
    }
  }

  static boolean is(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return isElf(channel);
    }
  }

  private static boolean isElf(FileChannel channel) throws IOException {
    ByteBuffer magic = little(4);
    return channel.read(magic, 0) == 4 && magic.getInt(0) == MAGIC;
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** An entry of the dynamic section, and where in the file it is. */
  private record Tag(long at, long value) {}

  private record Segment(int kind, long offset, long address, long size) {

    boolean holds(long wanted) {
      return kind == LOAD && wanted >= address && wanted < address + size;
    }
  }

  /** One open file. */
  private static final class Reader {

    private final FileChannel channel;
    private final int machine;
    private final List<Segment> segments = new ArrayList<>();

    Reader(FileChannel channel) throws IOException {
      this.channel = channel;
      ByteBuffer header = bytes(0, HEADER);
      if (header.getInt(0) != MAGIC
          || header.get(4) != CLASS_64
          || header.get(5) != LITTLE_ENDIAN) {
        throw new IOException("not a 64-bit program or library");
      }
      machine = Short.toUnsignedInt(header.getShort(18));
      long table = header.getLong(32);
      int count = Short.toUnsignedInt(header.getShort(56));
      for (int i = 0; i < count; i++) {
        ByteBuffer entry = bytes(table + (long) i * PROGRAM_HEADER, PROGRAM_HEADER);
        segments.add(
            new Segment(entry.getInt(0), entry.getLong(8), entry.getLong(16), entry.getLong(32)));
      }
    }

    private ByteBuffer bytes(long at, int size) throws IOException {
      ByteBuffer bytes = little(size);
      if (at < 0 || channel.read(bytes, at) < size) {
        throw new IOException("cut short");
      }
      return bytes;
    }

    List<Tag> tags(LongPredicate wanted) throws IOException {
      List<Tag> tags = new ArrayList<>();
      for (Segment segment : segments) {
        for (long at = segment.offset; at < end(segment); at += 16) {
          ByteBuffer entry = bytes(at, 16);
          if (wanted.test(entry.getLong(0))) {
            tags.add(new Tag(at, entry.getLong(8)));
          }
        }
      }
      return tags;
    }

    private static long end(Segment segment) {
      return segment.kind == DYNAMIC ? segment.offset + segment.size : 0;
    }

    String text(Tag tag) throws IOException {
      long at = strings() + tag.value;
      int room = (int) Math.max(0, Math.min(LONGEST_NAME, channel.size() - at));
      ByteBuffer bytes = bytes(at, room);
      int end = 0;
      while (end < room && bytes.get(end) != 0) {
        end++;
      }
      if (end == room) {
        throw new IOException("cut short");
      }
      byte[] text = new byte[end];
      bytes.get(0, text);
      return new String(text, StandardCharsets.UTF_8);
    }

    /** Where the strings begin in the file; the entry has their address in memory. */
    private long strings() throws IOException {
      List<Tag> tables = tags(kind -> kind == DT_STRTAB);
      if (tables.isEmpty()) {
        throw new IOException("no dynamic strings");
      }
      long address = tables.get(0).value;
      Segment segment =
          segments.stream()
              .filter(each -> each.holds(address))
              .findFirst()
              .orElseThrow(() -> new IOException("dynamic strings are nowhere"));
      return address - segment.address + segment.offset;
    }
  }
}
