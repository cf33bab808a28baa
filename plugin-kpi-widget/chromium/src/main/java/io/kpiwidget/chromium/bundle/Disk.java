package io.kpiwidget.chromium.bundle;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The file system that a bundle goes to; a seam, since tests cannot fill one up. */
interface Disk {

  /** Bytes that may still be written; 0 where nobody tells. */
  long free(Path folder);

  boolean runsPrograms(Path folder);

  /** Writes to {@code file}, at its end when it is there; closed means that it is on the disk. */
  OutputStream append(Path file) throws IOException;

  /** The nearest folder that is there: one to be made is made in it. */
  static Path there(Path folder) {
    Path there = folder.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  /** The one of this machine. */
  final class Real implements Disk {

    // not Files.getFileStore, which fails where the mount table does not name the folder (chroot)
    @Override
    public long free(Path folder) {
      return there(folder).toFile().getUsableSpace();
    }

    @Override
    public boolean runsPrograms(Path folder) {
      return !Mounts.forbidsPrograms(folder);
    }

    @Override
    public OutputStream append(Path file) throws IOException {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return new Synced(channel);
    }
  }

  /** Makes names and renames in {@code folder} last; Windows cannot, and does without. */
  static void sync(Path folder) throws IOException {
    if (Files.getFileAttributeView(folder, java.nio.file.attribute.PosixFileAttributeView.class)
        != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  /** A file's stream that waits for the disk when it is closed. */
  final class Synced extends FilterOutputStream {

    private final FileChannel channel;

    Synced(FileChannel channel) {
      super(Channels.newOutputStream(channel));
      this.channel = channel;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
      out.write(source, offset, length);
    }

    @Override
    public void close() throws IOException {
      if (channel.isOpen()) {
        try (channel) {
          channel.force(true);
        }
      }
    }
  }
}
