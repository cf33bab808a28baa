package io.kpiwidget.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where generated files are put. They are written aside first and then renamed, one by one, the
 * host page after what it refers to: nobody is ever served half a file. What an earlier generation
 * left, by its SHA256SUMS, is replaced or removed; anything else stays.
 */
final class OutFolder {

  private static final String SUMS = "SHA256SUMS";
  private static final String ASIDE = ".host-pages-";
  private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  ([\\w.-]+)");

  /** Only these are ever removed, whatever a SHA256SUMS that is not ours may list. */
  private static final Pattern PAGE =
      Pattern.compile("index(?:-[A-Za-z0-9-]+)?\\.html|kpi\\.[0-9a-f]{12}\\.html");

  private static final Set<String> SERVERS =
      Arrays.stream(Server.values()).map(Server::file).collect(Collectors.toSet());

  private final Path folder;

  OutFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes {@code files}, by name, in their order. Blocks.
   *
   * @param force whether files that are not ours, or were changed, are replaced
   * @return names of what was there and stays
   * @throws InTheWay before anything is written
   */
  Set<String> write(Map<String, String> files, boolean force) throws IOException {
    Files.createDirectories(folder);
    var before = ours();
    var foreign = foreign(before);
    refuse(inTheWay(foreign, withSums(files), force));
    publish(withSums(files));
    for (var name : before) {
      if (!files.containsKey(name) && !name.equals(SUMS)) {
        Files.deleteIfExists(folder.resolve(name));
      }
    }
    foreign.removeAll(files.keySet());
    foreign.remove(SUMS);
    return foreign;
  }

  /** What an earlier generation left and nobody changed since. */
  private Set<String> ours() throws IOException {
    var ours = new TreeSet<String>();
    if (Files.isRegularFile(folder.resolve(SUMS), LinkOption.NOFOLLOW_LINKS)) {
      for (var sum : sums().entrySet()) {
        if (isOurName(sum.getKey()) && holds(sum.getKey(), sum.getValue())) {
          ours.add(sum.getKey());
        }
      }
      if (!ours.isEmpty()) {
        ours.add(SUMS);
      }
    }
    return ours;
  }

  private Map<String, String> sums() throws IOException {
    var sums = new HashMap<String, String>();
    var text = new String(Files.readAllBytes(folder.resolve(SUMS)), StandardCharsets.UTF_8);
    SUM.matcher(text).results().forEach(line -> sums.put(line.group(2), line.group(1)));
    return sums;
  }

  private static boolean isOurName(String name) {
    return SERVERS.contains(name) || PAGE.matcher(name).matches();
  }

  private boolean holds(String name, String hash) throws IOException {
    var file = folder.resolve(name);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Hash.hex(Files.readAllBytes(file)).equals(hash);
  }

  private Set<String> foreign(Set<String> ours) throws IOException {
    try (var all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> !ours.contains(name) && !name.startsWith(ASIDE))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /** A file that is as it will be is not in the way: an interrupted generation can be repeated. */
  private List<String> inTheWay(Set<String> foreign, Map<String, String> files, boolean force)
      throws IOException {
    var inTheWay = new ArrayList<String>();
    for (var name : foreign) {
      boolean replaced = files.containsKey(name) && !holds(name, Hash.hex(files.get(name)));
      if (replaced
          && (!force || Files.isDirectory(folder.resolve(name), LinkOption.NOFOLLOW_LINKS))) {
        inTheWay.add(name);
      }
    }
    return inTheWay;
  }

  private void refuse(List<String> inTheWay) throws InTheWay {
    if (!inTheWay.isEmpty()) {
      throw new InTheWay(folder, inTheWay);
    }
  }

  private static Map<String, String> withSums(Map<String, String> files) {
    var all = new LinkedHashMap<>(files);
    var sums = new StringBuilder();
    new TreeMap<>(files)
        .forEach(
            (name, text) -> sums.append(Hash.hex(text)).append("  ").append(name).append('\n'));
    all.put(SUMS, sums.toString());
    return all;
  }

  private void publish(Map<String, String> files) throws IOException {
    var aside = Files.createTempDirectory(folder, ASIDE);
    try {
      for (var file : files.entrySet()) {
        Files.writeString(aside.resolve(file.getKey()), file.getValue());
      }
      for (var name : files.keySet()) {
        Files.move(aside.resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      remove(aside);
    }
  }

  private static void remove(Path aside) throws IOException {
    try (var left = Files.walk(aside)) {
      for (var path : left.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Somebody else's files have the names of ours. */
  static final class InTheWay extends IOException {

    private static final long serialVersionUID = 1L;

    InTheWay(Path folder, List<String> names) {
      super(
          folder
              + " has files that are not from an earlier generation, or were changed since: "
              + String.join(", ", names)
              + ". Move them away, use another folder, or replace them with --force.");
    }
  }
}
