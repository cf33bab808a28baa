package io.kpiwidget.chromium.bundle;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Unpacks a POSIX tar (IEEE 1003.1 ustar) of plain files and folders, which is all that a bundle
 * has. Anything else in it, or a name that leads out of the folder, is refused.
 */
final class Tar {

  private static final int BLOCK = 512;

  private final DataInputStream in;
  private final Path folder;
  private final Opener opener;

  private Tar(InputStream in, Path folder, Opener opener) {
    this.in = new DataInputStream(in);
    this.folder = folder;
    this.opener = opener;
  }

  /** Opens a new file for writing. */
  interface Opener {
    OutputStream open(Path file) throws IOException;
  }

  static void unpack(InputStream in, Path folder, Opener opener) throws IOException {
    new Tar(in, folder, opener).run();
  }

  private void run() throws IOException {
    byte[] header = new byte[BLOCK];
    for (in.readFully(header); header[0] != 0; in.readFully(header)) {
      entry(header);
    }
    // to its end, where whoever packed it has put a checksum
    in.transferTo(OutputStream.nullOutputStream());
  }

  private void entry(byte[] header) throws IOException {
    Path target = target(name(header));
    switch (header[156]) {
      case '5' -> Files.createDirectories(target);
      case '0', 0 -> file(target, octal(header, 124, 12), octal(header, 100, 8));
      default -> throw new IOException("unexpected kind of entry: " + (char) header[156]);
    }
  }

  private Path target(String name) throws IOException {
    Path target = folder.resolve(name).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("entry leads out of the folder: " + name);
    }
    return target;
  }

  private void file(Path target, long size, long mode) throws IOException {
    Files.createDirectories(target.getParent());
    try (OutputStream out = opener.open(target)) {
      long left = size;
      byte[] buffer = new byte[1 << 16];
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new EOFException("the archive is cut short");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
    in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
    if ((mode & 0100) != 0 && !target.toFile().setExecutable(true, true)) {
      throw new IOException("cannot make executable: " + target.getFileName());
    }
  }

  private static String name(byte[] header) {
    String prefix = text(header, 345, 155);
    String name = text(header, 0, 100);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static long octal(byte[] header, int offset, int length) throws IOException {
    String digits = text(header, offset, length).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    } catch (NumberFormatException broken) {
      throw new IOException("not a tar header", broken);
    }
  }

  private static String text(byte[] header, int offset, int length) {
    int end = offset;
    while (end < offset + length && header[end] != 0) {
      end++;
    }
    return new String(header, offset, end - offset, StandardCharsets.UTF_8);
  }
}
