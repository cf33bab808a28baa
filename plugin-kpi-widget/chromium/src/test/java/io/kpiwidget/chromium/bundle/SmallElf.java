package io.kpiwidget.chromium.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes libraries with nothing but a dynamic section: enough for who reads those. */
final class SmallElf {

  private static final int SECTION = 64 + 2 * 56;
  private static final long LOADED_AT = 0x400000;

  private SmallElf() {}

  /** For x86-64; {@code searched} is where it looks for its libraries. */
  static byte[] with(String searched, String... needed) {
    return with(62, searched, needed);
  }

  static byte[] with(int machine, String searched, String... needed) {
    int strings = SECTION + 16 * (needed.length + 3);
    ByteBuffer file = ByteBuffer.allocate(strings + 600).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0, 0x464C457F).put(4, (byte) 2).put(5, (byte) 1);
    file.putShort(18, (short) machine).putLong(32, 64).putShort(56, (short) 2);
    segment(file, 64, 1, 0, LOADED_AT, file.capacity());
    segment(file, 64 + 56, 2, SECTION, LOADED_AT + SECTION, strings - SECTION);
    int at = SECTION;
    int text = 1;
    for (String name : needed) {
      file.putLong(at, 1).putLong(at + 8, text).put(strings + text, name.getBytes(US_ASCII));
      at += 16;
      text += name.length() + 1;
    }
    file.putLong(at, 15).putLong(at + 8, text).put(strings + text, searched.getBytes(US_ASCII));
    file.putLong(at + 16, 5).putLong(at + 24, LOADED_AT + strings);
    int size = strings + text + searched.length() + 1;
    return java.util.Arrays.copyOf(file.array(), size);
  }

  private static void segment(
      ByteBuffer file, int at, int kind, long offset, long address, long size) {
    file.putInt(at, kind).putLong(at + 8, offset).putLong(at + 16, address).putLong(at + 32, size);
  }

  /** Where the library in {@code file} looks, read from its last entries but one. */
  static String searched(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int at = SECTION;
    while (bytes.getLong(at) != 15) {
      at += 16;
    }
    int begin = (int) (bytes.getLong(at + 24) - LOADED_AT + bytes.getLong(at + 8));
    int end = begin;
    while (bytes.get(end) != 0) {
      end++;
    }
    return new String(bytes.array(), begin, end - begin, US_ASCII);
  }
}
