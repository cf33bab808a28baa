package io.kpiwidget.desktop.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A word that is looked for in bytes: as UTF-8, as UTF-16 in both byte orders and within Base64 at
 * any of the three places it can begin. Compressed or encrypted bytes hide it.
 */
final class Needle {

  private static final int BLOCK = 1 << 20;
  private final List<byte[]> shapes;

  Needle(String word) {
    var utf8 = word.getBytes(StandardCharsets.UTF_8);
    var plain =
        Stream.of(
            utf8,
            word.getBytes(StandardCharsets.UTF_16LE),
            word.getBytes(StandardCharsets.UTF_16BE));
    shapes = Stream.concat(plain, IntStream.range(0, 3).mapToObj(at -> base64(utf8, at))).toList();
  }

  /** The characters that do not depend on what stands before and behind. */
  private static byte[] base64(byte[] word, int before) {
    var padded = new byte[before + word.length];
    System.arraycopy(word, 0, padded, before, word.length);
    var text = Base64.getEncoder().withoutPadding().encodeToString(padded);
    int from = (before * 8 + 5) / 6;
    int to = padded.length * 8 / 6;
    return text.substring(from, to).getBytes(StandardCharsets.US_ASCII);
  }

  boolean in(String text) {
    return in(text.getBytes(StandardCharsets.UTF_8));
  }

  boolean in(byte[] bytes) {
    return in(bytes, bytes.length);
  }

  private boolean in(byte[] bytes, int length) {
    return shapes.stream().anyMatch(shape -> holds(bytes, length, shape));
  }

  /** Reads the file in blocks that overlap, so that no border hides the word. */
  boolean in(Path file) throws IOException {
    int overlap = shapes.stream().mapToInt(shape -> shape.length).max().orElse(0);
    var buffer = new byte[BLOCK + overlap];
    try (var stream = Files.newInputStream(file)) {
      int kept = 0;
      for (int read; (read = stream.readNBytes(buffer, kept, BLOCK)) > 0; ) {
        int length = kept + read;
        if (in(buffer, length)) {
          return true;
        }
        kept = Math.min(overlap, length);
        System.arraycopy(buffer, length - kept, buffer, 0, kept);
      }
    }
    return false;
  }

  private static boolean holds(byte[] bytes, int length, byte[] shape) {
    byte first = shape[0];
    for (int at = 0; at <= length - shape.length; at++) {
      if (bytes[at] == first
          && Arrays.equals(bytes, at, at + shape.length, shape, 0, shape.length)) {
        return true;
      }
    }
    return false;
  }
}
