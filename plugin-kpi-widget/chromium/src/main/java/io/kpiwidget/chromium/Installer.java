package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.Bundle;
import io.kpiwidget.chromium.link.ToDesktop;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Puts Chromium's files in place from a natives jar: checked by its SHA-256, unpacked beside, then
 * renamed in one step. Several desktops may try at once; one does the work.
 */
final class Installer {

  /** What an unpacked bundle takes, with some room to spare. */
  private static final long NEEDED_BYTES = 450L << 20;

  private final Bundle bundle;
  private final Optional<Path> configured;
  private final Path pluginJar;
  private final Consumer<ToDesktop> desktop;

  private Installer(
      Bundle bundle, Optional<Path> configured, Path pluginJar, Consumer<ToDesktop> desktop) {
    this.bundle = bundle;
    this.configured = configured;
    this.pluginJar = pluginJar;
    this.desktop = desktop;
  }

  /** Blocks. Ends with {@link ToDesktop.Installed} or {@link ToDesktop.Failed}. */
  static void run(
      Path dataDir, Path pluginJar, Optional<Path> configured, Consumer<ToDesktop> desktop) {
    Optional<Bundle> bundle = Bundle.of(dataDir);
    if (bundle.isEmpty()) {
      desktop.accept(new ToDesktop.Failed("platform-unknown", Bundle.platformHere()));
      return;
    }
    try {
      Path folder = new Installer(bundle.get(), configured, pluginJar, desktop).install();
      desktop.accept(new ToDesktop.Installed(folder.toString()));
    } catch (Refusal refusal) {
      desktop.accept(new ToDesktop.Failed(refusal.code, refusal.detail));
    } catch (IOException failure) {
      desktop.accept(new ToDesktop.Failed(code(failure), String.valueOf(failure.getMessage())));
    }
  }

  private static String code(IOException failure) {
    String text = String.valueOf(failure.getMessage());
    return text.contains("No space left") || text.contains("Disk quota")
        ? "disk-full"
        : "bundle-broken";
  }

  private Path install() throws IOException {
    Path home = bundle.home();
    Files.createDirectories(home);
    try (FileChannel file = lockFile(home);
        FileLock lock = file.lock()) {
      assert lock.isValid();
      Optional<Path> ready = bundle.ready(configured);
      return ready.isPresent() ? ready.get() : unpack(nativesJar(), home);
    }
  }

  private static FileChannel lockFile(Path home) throws IOException {
    return FileChannel.open(
        home.resolve("install.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private Path nativesJar() throws Refusal {
    List<Path> places = configured.map(List::of).orElseGet(this::besideThePlugin);
    for (Path place : places) {
      Optional<Path> natives = bundle.nativesJar(place);
      if (natives.isPresent()) {
        return natives.get();
      }
    }
    throw new Refusal("bundle-missing", String.valueOf(places));
  }

  private List<Path> besideThePlugin() {
    Path jar = pluginJar.toAbsolutePath();
    return List.of(jar.resolveSibling(""), jar.resolveSibling("chromium"));
  }

  private Path unpack(Path jar, Path home) throws IOException {
    check(jar);
    // not Files.getFileStore, which fails where the mount table does not name the folder (chroot);
    // here unknown is 0, and then unpacking will tell
    long free = home.toFile().getUsableSpace();
    if (free > 0 && free < NEEDED_BYTES) {
      throw new Refusal("disk-full", home.toString());
    }
    String name = bundle.folder().getFileName() + ".tmp-";
    sweep(home, name);
    Path temporary = Files.createDirectory(home.resolve(name + ProcessHandle.current().pid()));
    try {
      unpackTo(jar, temporary);
      Bundle.mark(temporary);
      Scratch.delete(bundle.folder());
      return Files.move(temporary, bundle.folder(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Scratch.delete(temporary);
    }
  }

  /** Whoever made these has died: the lock is ours. */
  private static void sweep(Path home, String name) throws IOException {
    try (DirectoryStream<Path> stale = Files.newDirectoryStream(home, name + "*")) {
      stale.forEach(Scratch::delete);
    }
  }

  private void check(Path jar) throws IOException {
    var digest = Sha256.digest();
    try (InputStream in = Files.newInputStream(jar);
        InputStream counted = counted(in, Files.size(jar), "Checking Chromium")) {
      new DigestInputStream(counted, digest).transferTo(java.io.OutputStream.nullOutputStream());
    }
    if (!Sha256.hex(digest.digest()).equals(bundle.sha256())) {
      throw new Refusal("bundle-checksum", jar.toString());
    }
  }

  private void unpackTo(Path jar, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry archive =
          zip.stream()
              .filter(entry -> entry.getName().endsWith(".tar.gz"))
              .findFirst()
              .orElseThrow(() -> new IOException("no archive in " + jar.getFileName()));
      try (InputStream in = zip.getInputStream(archive);
          InputStream counted = counted(in, archive.getSize(), "Unpacking Chromium")) {
        Tar.unpack(new GZIPInputStream(counted, 1 << 16), folder);
      }
    }
  }

  private InputStream counted(InputStream in, long size, String step) {
    return new Counted(
        in, size, fraction -> desktop.accept(new ToDesktop.Progress(step, fraction)));
  }

  /** Tells how far a stream is read, in steps of a hundredth. */
  private static final class Counted extends FilterInputStream {

    private final long size;
    private final Consumer<Double> progress;
    private long read;
    private long told = -1;

    Counted(InputStream in, long size, Consumer<Double> progress) {
      super(in);
      this.size = Math.max(1, size);
      this.progress = progress;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      read += Math.max(0, count);
      long percent = read * 100 / size;
      if (percent > told) {
        told = percent;
        progress.accept(percent / 100.0);
      }
      return count;
    }
  }

  /** A failure with a code of its own. */
  private static final class Refusal extends IOException {

    private final String code;
    private final String detail;

    Refusal(String code, String detail) {
      super(code);
      this.code = code;
      this.detail = detail;
    }
  }
}
