package io.kpiwidget.chromium.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder with all that is in it, or a single file. */
public final class Tree {

  private Tree() {}

  /** Deletes what can be deleted. */
  public static void delete(Path root) {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(root)) {
      tree.sorted(Comparator.reverseOrder()).forEach(Tree::deleteOne);
    } catch (IOException | UncheckedIOException left) {
      // somebody else's, or in use: the next process tries again
      return;
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException inUse) {
      throw new UncheckedIOException(inUse);
    }
  }
}
