package io.kpiwidget.chromium.bundle;

import io.kpiwidget.chromium.link.ToDesktop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Puts Chromium's files in place from a natives jar: checked by its SHA-256, unpacked beside,
 * checked file by file, then renamed in one step. Several desktops may try at once; one does the
 * work. An interrupt stops it.
 */
public final class Installer {

  /** What must be free beyond the files themselves. */
  private static final long SPARE_BYTES = 64L << 20;

  /** With less than this free, whatever failed failed for it: messages speak many languages. */
  private static final long FULL_BYTES = 1L << 20;

  private final Bundle bundle;
  private final Natives natives;
  private final Path pluginJar;
  private final Disk disk;
  private final Consumer<ToDesktop> desktop;

  Installer(
      Bundle bundle, Natives natives, Path pluginJar, Disk disk, Consumer<ToDesktop> desktop) {
    this.bundle = bundle;
    this.natives = natives;
    this.pluginJar = pluginJar;
    this.disk = disk;
    this.desktop = desktop;
  }

  /** Blocks. Ends with {@link ToDesktop.Installed} or {@link ToDesktop.Failed}. */
  public static void run(
      Path dataDir, Path pluginJar, Natives natives, Consumer<ToDesktop> desktop) {
    Optional<Bundle> bundle = Bundle.of(dataDir);
    desktop.accept(
        bundle.isEmpty()
            ? new ToDesktop.Failed("platform-unknown", Bundle.platformHere())
            : new Installer(bundle.get(), natives, pluginJar, new Disk.Real(), desktop).run());
  }

  /**
   * Whether Chromium's files are here, or come with the first start; nothing is written. Blocks for
   * some seconds.
   *
   * @param place where they are or come from; empty when they are missing
   */
  public record Outlook(String place, Optional<ToDesktop.Failed> failure) {

    public static Outlook of(Path dataDir, Path pluginJar, Natives natives) {
      return Bundle.of(dataDir)
          .map(found -> new Installer(found, natives, pluginJar, new Disk.Real(), any -> {}))
          .map(Installer::outlook)
          .orElseGet(() -> failed("platform-unknown", Bundle.platformHere()));
    }

    private static Outlook failed(String code, String detail) {
      return new Outlook("", Optional.of(new ToDesktop.Failed(code, detail)));
    }
  }

  Outlook outlook() {
    try {
      Optional<Path> ready = bundle.ready(natives);
      return new Outlook(ready.isPresent() ? whole(ready.get()) : source(), Optional.empty());
    } catch (Refusal refusal) {
      return Outlook.failed(refusal.code(), refusal.detail());
    } catch (IOException failure) {
      return Outlook.failed("bundle-broken", String.valueOf(failure.getMessage()));
    }
  }

  private String whole(Path folder) throws Refusal {
    Optional<String> damaged = bundle.manifest().damaged(folder);
    if (damaged.isPresent()) {
      throw new Refusal("bundle-damaged", folder.resolve(damaged.get()).toString());
    }
    if (!disk.runsPrograms(folder)) {
      throw new Refusal("bundle-noexec", folder.toString());
    }
    return folder.toString();
  }

  private String source() throws IOException {
    Optional<Path> jar = nativesJar();
    if (jar.isPresent()) {
      check(jar.get());
    }
    refuseNoexec();
    needs(bundle.manifest().bytes());
    return jar.map(Path::toString).or(() -> natives.mirror().map(Object::toString)).orElseThrow();
  }

  ToDesktop run() {
    try {
      return new ToDesktop.Installed(install().toString());
    } catch (Refusal refusal) {
      return new ToDesktop.Failed(refusal.code(), refusal.detail());
    } catch (IOException failure) {
      return new ToDesktop.Failed(code(), String.valueOf(failure.getMessage()));
    }
  }

  private String code() {
    if (Thread.interrupted()) {
      return "install-cancelled";
    }
    return Files.isWritable(bundle.home()) ? "bundle-broken" : "data-unwritable";
  }

  private Path install() throws IOException {
    Path home = bundle.home();
    Files.createDirectories(home);
    try (FileChannel file = lockFile(home);
        FileLock lock = lock(file)) {
      assert lock.isValid();
      Optional<Path> ready = bundle.ready(natives);
      return ready.isPresent() ? ready.get() : put(home);
    }
  }

  private static FileChannel lockFile(Path home) throws IOException {
    return FileChannel.open(
        home.resolve("install.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private FileLock lock(FileChannel file) throws IOException {
    FileLock lock = file.tryLock();
    if (lock != null) {
      return lock;
    }
    desktop.accept(new ToDesktop.Progress("Waiting for another desktop", -1));
    return file.lock();
  }

  private Path put(Path home) throws IOException {
    refuseNoexec();
    sweep(home);
    Optional<Path> jar = nativesJar();
    return jar.isPresent() ? unpack(jar.get()) : fetch(natives.mirror().orElseThrow());
  }

  /** Before anything is fetched: a file system that runs no programs is no place for a bundle. */
  private void refuseNoexec() throws Refusal {
    if (!disk.runsPrograms(bundle.home())) {
      throw new Refusal("bundle-noexec", bundle.home().toString());
    }
  }

  private Path fetch(java.net.URI mirror) throws IOException {
    Manifest.Item jar = bundle.manifest().jar();
    needs(jar.size() + bundle.manifest().bytes());
    Path fetched;
    try {
      fetched = new Download(jar, bundle.home(), disk, steps("Fetching Chromium")).from(mirror);
    } catch (IOException failure) {
      throw fullOr(failure);
    }
    try {
      return unpack(fetched);
    } finally {
      Tree.delete(fetched);
    }
  }

  /** Empty: it is to be fetched. */
  private Optional<Path> nativesJar() throws Refusal {
    List<Path> places = natives.place().map(List::of).orElseGet(this::besideThePlugin);
    for (Path place : places) {
      refuseForeign(place);
      Optional<Path> jar = bundle.nativesJar(place);
      if (jar.isPresent()) {
        return jar;
      }
    }
    if (natives.place().filter(Bundle::isUnpacked).isPresent()) {
      Path folder = natives.place().get();
      String odd = bundle.manifest().odd(folder).orElse("");
      throw new Refusal("bundle-damaged", folder.resolve(odd).toString());
    }
    if (natives.place().isPresent() || natives.mirror().isEmpty()) {
      throw new Refusal("bundle-missing", String.valueOf(places));
    }
    return Optional.empty();
  }

  private void refuseForeign(Path place) throws Refusal {
    boolean named = natives.place().isPresent() && Bundle.isForeign(place);
    Optional<Path> foreign = named ? Optional.of(place) : bundle.foreignJar(place);
    if (foreign.isPresent() && !bundle.hasOwnJar(place)) {
      throw new Refusal("platform-wrong", foreign.get().toString());
    }
  }

  private List<Path> besideThePlugin() {
    Path jar = pluginJar.toAbsolutePath();
    return List.of(jar.resolveSibling(""), jar.resolveSibling("chromium"));
  }

  private Path unpack(Path jar) throws IOException {
    check(jar);
    needs(bundle.manifest().bytes());
    Path temporary = Files.createDirectory(temporary());
    try {
      unpackTo(jar, temporary);
      whole(temporary);
      Disk.sync(temporary);
      Tree.delete(bundle.folder());
      Path folder = Files.move(temporary, bundle.folder(), StandardCopyOption.ATOMIC_MOVE);
      Disk.sync(bundle.home());
      return folder;
    } catch (IOException failure) {
      throw fullOr(failure);
    } finally {
      Tree.delete(temporary);
    }
  }

  private void needs(long bytes) throws Refusal {
    long free = disk.free(bundle.home());
    if (free > 0 && free < bytes + SPARE_BYTES) {
      throw new Refusal("disk-full", bundle.home().toString());
    }
  }

  /** Asked before anything is tidied up, when the disk still is as it was. */
  private IOException fullOr(IOException failure) {
    String text = String.valueOf(failure.getMessage());
    long free = disk.free(bundle.home());
    boolean full = free > 0 && free < FULL_BYTES;
    return full || text.contains("No space left") || text.contains("quota")
        ? new Refusal("disk-full", bundle.home().toString())
        : failure;
  }

  private Path temporary() {
    return bundle.home().resolve(prefix() + ProcessHandle.current().pid());
  }

  private String prefix() {
    return bundle.folder().getFileName() + ".tmp-";
  }

  /** Whoever made these has died: the lock is ours. */
  private void sweep(Path home) throws IOException {
    try (DirectoryStream<Path> stale = Files.newDirectoryStream(home, prefix() + "*")) {
      stale.forEach(Tree::delete);
    }
  }

  private void check(Path jar) throws IOException {
    Manifest.Item pinned = bundle.manifest().jar();
    if (Files.size(jar) < pinned.size()) {
      throw new Refusal("bundle-truncated", jar.toString());
    }
    try (InputStream in = Files.newInputStream(jar);
        InputStream told = new Progress(in, 0, pinned.size(), steps("Checking Chromium"))) {
      if (!Sha256.of(told).equals(pinned.sha256())) {
        throw new Refusal("bundle-checksum", jar.toString());
      }
    }
  }

  private void unpackTo(Path jar, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry archive = archive(zip);
      try (InputStream in = zip.getInputStream(archive);
          InputStream told = new Progress(in, 0, archive.getSize(), steps("Unpacking Chromium"))) {
        Tar.unpack(new GZIPInputStream(told, 1 << 16), folder, disk::append);
      }
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      for (Path file : files) {
        Elf.narrow(file);
      }
    }
  }

  static ZipEntry archive(ZipFile zip) throws IOException {
    return zip.stream()
        .filter(entry -> entry.getName().endsWith(".tar.gz"))
        .findFirst()
        .orElseThrow(() -> new IOException("no archive in " + zip.getName()));
  }

  private DoubleConsumer steps(String step) {
    return fraction -> desktop.accept(new ToDesktop.Progress(step, fraction));
  }
}
