package io.kpiwidget.desktop.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where something a process should keep to itself could lie outside of its memory. */
final class Places {

  private Places() {}

  /** What was looked at: how much, and where the needle is. */
  record Found(long looked, Set<String> where) {

    Found and(Found other) {
      var all = new TreeSet<>(where);
      all.addAll(other.where);
      return new Found(looked + other.looked, all);
    }
  }

  /** Every file below the folder that {@code wanted} lets pass. Files may come and go meanwhile. */
  static Found files(Path folder, Predicate<Path> wanted, Needle needle) throws IOException {
    var files = new ArrayList<Path>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && wanted.test(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path gone, IOException why) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path gone, IOException why) {
            return FileVisitResult.CONTINUE;
          }
        });
    return search(files, needle);
  }

  /** Command line and environment of the process and of all that it started. */
  static Found processes(ProcessHandle root, Needle needle) {
    var files =
        Stream.concat(Stream.of(root), root.descendants())
            .map(process -> Path.of("/proc", Long.toString(process.pid())))
            .flatMap(process -> Stream.of(process.resolve("cmdline"), process.resolve("environ")))
            .toList();
    return search(files, needle);
  }

  private static Found search(List<Path> files, Needle needle) {
    long looked = 0;
    var where = new TreeSet<String>();
    for (var file : files) {
      try {
        if (needle.in(file)) {
          where.add(file.toString());
        }
        looked++;
      } catch (NoSuchFileException gone) {
        continue; // a process or a temporary file that has ended since the list was made
      } catch (IOException unreadable) {
        if (Files.exists(file) && !file.startsWith("/proc")) {
          throw new UncheckedIOException(unreadable);
        }
      }
    }
    return new Found(looked, where);
  }
}
