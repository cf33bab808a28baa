package io.kpiwidget.engine.widget;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;

/**
 * The registry on disk: one small file for each entry, made beside and put in place whole. Entries
 * do not depend on each other and a later one is as good as an earlier one, so desktops that share
 * the folder need no lock, and one that is killed leaves nothing half done but a temporary file.
 * Any thread; every call blocks, and none fails: what cannot be read is absent.
 */
final class RegistryFolder {

  private final Path folder;
  private final Clock clock;
  private final Logger log;
  private final AtomicBoolean swept = new AtomicBoolean();
  private final AtomicBoolean told = new AtomicBoolean();

  RegistryFolder(Path folder, Clock clock, Logger log) {
    this.folder = folder.toAbsolutePath();
    this.clock = clock;
    this.log = log;
  }

  /** The id kept for {@code key}. */
  Optional<String> read(String key) {
    sweepOnce();
    try {
      return content(RegistryFile.entry(folder, key))
          .flatMap(bytes -> RegistryEntry.read(key, bytes))
          .map(RegistryEntry::id);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      log.debug("a widget's entry cannot be read", e);
      return Optional.empty();
    }
  }

  // asked before it is opened: a pipe in an entry's place would never answer
  private static Optional<byte[]> content(Path file) throws IOException {
    var attributes = RegistryFile.attributes(file);
    if (!attributes.isRegularFile() || attributes.size() > RegistryEntry.MOST_BYTES) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(in.readNBytes(RegistryEntry.MOST_BYTES));
    }
  }

  /** Returns when {@code entry} would outlive a power failure, or cannot be kept. */
  void write(RegistryEntry entry) {
    sweepOnce();
    try {
      makeFolder();
      replace(RegistryFile.entry(folder, entry.key()), temporary(entry));
      force(folder);
    } catch (IOException e) {
      if (told.compareAndSet(false, true)) {
        log.info(
            "The ids of the platform's widgets are kept in memory only, so each start of this"
                + " desktop registers its widget again. Let it write to {}, or free some space: {}",
            folder,
            e.toString());
      }
    }
  }

  /** With its parents on disk, too: a folder that is lost takes its files along. */
  private void makeFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      for (var parent = folder.getParent(); parent != null; parent = parent.getParent()) {
        force(parent);
      }
    }
  }

  private Path temporary(RegistryEntry entry) throws IOException {
    var file = Files.createTempFile(folder, "", RegistryFile.TEMPORARY);
    // not a channel, which an interrupt would close: a feed that ends keeps what it has learned
    try (var out = new FileOutputStream(file.toFile())) {
      out.write(entry.bytes());
      out.getFD().sync(); // before the rename, which may reach the disk first
      return file;
    } catch (IOException e) {
      delete(file);
      throw e;
    }
  }

  private void replace(Path file, Path by) {
    try {
      Files.move(by, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Windows replaces no file that somebody reads; or another desktop's clock took ours for old
      log.debug("a widget's id stays in memory only", e);
      delete(by);
    }
  }

  /** So that the new name outlives a power failure. Windows opens no folder, and needs not. */
  private void force(Path changed) {
    if (!changed.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try (var channel = FileChannel.open(changed, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      log.debug("a folder cannot be forced to disk", e);
    }
  }

  /** Not forced to disk: what comes back after a power failure is found unknown again. */
  void forget(String key) {
    delete(RegistryFile.entry(folder, key));
  }

  private void sweepOnce() {
    if (swept.compareAndSet(false, true)) {
      for (var file : RegistryFile.due(files(), clock.instant())) {
        deleteUnlessReplaced(file);
      }
    }
  }

  private List<RegistryFile> files() {
    var files = new ArrayList<RegistryFile>();
    try (var paths = Files.newDirectoryStream(folder)) {
      for (var path : paths) {
        RegistryFile.at(path).ifPresent(files::add);
      }
    } catch (NoSuchFileException e) {
      return List.of(); // nothing was kept yet
    } catch (IOException | DirectoryIteratorException e) {
      log.debug("the folder of the widgets' ids cannot be listed", e);
    }
    return files;
  }

  private void deleteUnlessReplaced(RegistryFile file) {
    try {
      if (RegistryFile.at(file.path()).filter(file::equals).isPresent()) {
        delete(file.path());
      }
    } catch (IOException e) {
      log.debug("a widget's entry cannot be looked at", e);
    }
  }

  private void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.debug("a file of the widgets' ids cannot be deleted", e);
    }
  }
}
