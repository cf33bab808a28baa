package io.kpiwidget.chromium.bundle;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The shared libraries of a Linux system, found as its dynamic linker does (ld.so(8)) and without
 * running anything.
 */
public final class Libraries {

  private static final List<String> USUAL = List.of("lib", "usr/lib", "lib64", "usr/lib64");

  private final List<Path> folders;
  private final int machine;

  Libraries(List<Path> folders, int machine) {
    this.folders = folders;
    this.machine = machine;
  }

  /**
   * Those of this machine, and the runtime's own.
   *
   * @param javaHome of the runtime that the browser process runs on
   */
  public static Libraries here(Path javaHome) {
    Set<Path> folders = new LinkedHashSet<>();
    paths(System.getenv("LD_LIBRARY_PATH")).forEach(folders::add);
    folders.add(javaHome.resolve("lib"));
    folders.add(javaHome.resolve("lib").resolve("server"));
    folders.addAll(system(Path.of("/")));
    return new Libraries(List.copyOf(folders), Elf.machineHere());
  }

  private static Stream<Path> paths(@org.jspecify.annotations.Nullable String list) {
    return list == null
        ? Stream.of()
        : Stream.of(list.split(":")).filter(path -> !path.isEmpty()).map(Path::of);
  }

  /** The folders named by {@code ld.so.conf} below {@code root}, then the usual ones. */
  static Set<Path> system(Path root) {
    Set<Path> folders = new LinkedHashSet<>();
    configured(root, root.resolve("etc/ld.so.conf"), folders);
    USUAL.forEach(name -> folders.add(root.resolve(name)));
    return folders;
  }

  private static void configured(Path root, Path file, Set<Path> folders) {
    for (String line : lines(file)) {
      String text = line.replaceFirst("#.*", "").strip();
      if (text.startsWith("include")) {
        String pattern = text.substring("include".length()).strip();
        included(file.resolveSibling(below(root, pattern)))
            .forEach(each -> configured(root, each, folders));
      } else if (!text.isEmpty()) {
        folders.add(root.resolve(below(root, text)));
      }
    }
  }

  private static Path below(Path root, String path) {
    return path.startsWith("/") ? root.resolve(path.substring(1)) : Path.of(path);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException none) {
      // a system without it has the usual folders alone
      return List.of();
    }
  }

  private static List<Path> included(Path pattern) {
    List<Path> files = new ArrayList<>();
    String names = String.valueOf(pattern.getFileName());
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(pattern.resolveSibling(""), names)) {
      found.forEach(files::add);
    } catch (IOException none) {
      return List.of();
    }
    files.sort(null);
    return files;
  }

  /**
   * Which of {@code names} are not here, cut short or for another machine; and which that those ask
   * for in turn. Blocks for some milliseconds.
   */
  public Set<String> missing(Collection<String> names) {
    Set<String> missing = new TreeSet<>();
    Set<String> seen = new HashSet<>(names);
    Deque<String> asked = new ArrayDeque<>(names);
    while (!asked.isEmpty()) {
      String name = asked.remove();
      Optional<Elf> found = find(name);
      if (found.isEmpty()) {
        missing.add(name);
      }
      found.map(Elf::needed).orElse(List.of()).stream().filter(seen::add).forEach(asked::add);
    }
    return missing;
  }

  private Optional<Elf> find(String name) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::isRegularFile)
        .flatMap(file -> read(file).stream())
        .filter(elf -> elf.machine() == machine)
        .findFirst();
  }

  private static Optional<Elf> read(Path file) {
    try {
      return Optional.of(Elf.read(file));
    } catch (IOException broken) {
      // as good as none: the dynamic linker refuses it, too
      return Optional.empty();
    }
  }
}
