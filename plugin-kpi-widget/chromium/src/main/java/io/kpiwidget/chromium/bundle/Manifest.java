package io.kpiwidget.chromium.bundle;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this version's natives are, file by file: made by the build from the jar whose SHA-256 is
 * pinned.
 *
 * @param files one that the installer changes is there twice, as it came and as it becomes
 * @param needed the system's libraries that they ask for
 */
record Manifest(Item jar, List<Item> files, List<String> needed) {

  /** A file by content and name; names have forward slashes. */
  record Item(String sha256, long size, String name) {

    private static Item of(String[] line) {
      return new Item(line[1], Long.parseLong(line[2]), line[3]);
    }

    private String line(String kind) {
      return String.join(" ", kind, sha256, Long.toString(size), name);
    }
  }

  Manifest {
    files = List.copyOf(files);
    needed = List.copyOf(needed);
  }

  /** The one for a platform; empty when Chromium was never run there. */
  static Optional<Manifest> of(String platform) {
    try (InputStream in = Manifest.class.getResourceAsStream(resource(platform))) {
      return in == null ? Optional.empty() : Optional.of(read(in));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static String resource(String platform) {
    return "natives-" + platform + ".txt";
  }

  private static Manifest read(InputStream in) throws IOException {
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return of(reader.lines());
    }
  }

  static Manifest of(Stream<String> lines) {
    List<Item> jars = new ArrayList<>();
    List<Item> files = new ArrayList<>();
    List<String> needed = new ArrayList<>();
    for (String line : lines.toList()) {
      String[] words = line.split(" ", 4);
      switch (words[0]) {
        case "jar" -> jars.add(Item.of(words));
        case "file" -> files.add(Item.of(words));
        case "needs" -> needed.add(words[1]);
        default -> throw new IllegalArgumentException("no line of a manifest: " + line);
      }
    }
    return new Manifest(jars.get(0), files, needed);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(jar.line("jar"));
    needed.forEach(name -> lines.add("needs " + name));
    files.forEach(file -> lines.add(file.line("file")));
    return lines;
  }

  long bytes() {
    return files.stream().mapToLong(Item::size).sum();
  }

  /** The first file that is missing in {@code folder} or has another size. Takes milliseconds. */
  Optional<String> odd(Path folder) {
    return first(folder, (file, item) -> Files.size(file) == item.size());
  }

  /** The first file of another content. Reads everything, which takes seconds for Chromium. */
  Optional<String> damaged(Path folder) {
    return odd(folder)
        .or(() -> first(folder, (file, item) -> Sha256.of(file).equals(item.sha256())));
  }

  private interface Check {
    boolean passes(Path file, Item item) throws IOException;
  }

  private Optional<String> first(Path folder, Check check) {
    return files.stream()
        .collect(Collectors.groupingBy(Item::name, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .filter(each -> each.getValue().stream().noneMatch(item -> passes(folder, item, check)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean passes(Path folder, Item item, Check check) {
    try {
      return check.passes(folder.resolve(item.name()), item);
    } catch (IOException missing) {
      return false;
    }
  }
}
