package io.kpiwidget.chromium.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which package brings a library, in the words of the three large families of Linux systems. */
public final class Packages {

  private static final Properties NAMES = names();

  /** Since 2024 Debian and Ubuntu mark packages whose idea of time has 64 bits. */
  private static final String WIDE_TIME = "t64";

  private final Optional<Family> family;
  private final boolean wideTime;

  private Packages(Optional<Family> family, boolean wideTime) {
    this.family = family;
    this.wideTime = wideTime;
  }

  /** A family of systems; {@code column} is its place in the table. */
  public enum Family {
    DEBIAN(0, "Debian, Ubuntu", "apt-get install", "(debian|ubuntu)(-.*)?"),
    RHEL(1, "RHEL, Fedora", "dnf install", "(rhel|fedora|centos)(-.*)?"),
    SUSE(2, "SUSE", "zypper install", "(suse|sles|sled|opensuse)(-.*)?");

    private final int column;
    private final String spoken;
    private final String command;
    private final String ids;

    Family(int column, String spoken, String command, String ids) {
      this.column = column;
      this.spoken = spoken;
      this.command = command;
      this.ids = ids;
    }

    /** As people call it. */
    public String spoken() {
      return spoken;
    }
  }

  private static Properties names() {
    Properties names = new Properties();
    try (InputStream in = Packages.class.getResourceAsStream("packages.properties")) {
      names.load(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return names;
  }

  /** Those of this machine. Blocks. */
  public static Packages here() {
    return below(Path.of("/"));
  }

  static Packages below(Path root) {
    return new Packages(family(release(root)), hasWideTime(root.resolve("var/lib/dpkg/info")));
  }

  /** os-release(5): a system names its own kind, then what it is like. */
  private static List<String> release(Path root) {
    Path own = root.resolve("etc/os-release");
    try {
      return Files.readAllLines(Files.exists(own) ? own : root.resolve("usr/lib/os-release"));
    } catch (IOException unsaid) {
      return List.of();
    }
  }

  private static Optional<Family> family(List<String> release) {
    List<String> ids =
        Stream.of("ID=", "ID_LIKE=")
            .flatMap(key -> release.stream().filter(line -> line.startsWith(key)))
            .flatMap(line -> Arrays.stream(line.split("=", 2)[1].replace("\"", "").split(" ")))
            .toList();
    return ids.stream()
        .flatMap(id -> Arrays.stream(Family.values()).filter(each -> id.matches(each.ids)))
        .findFirst();
  }

  private static boolean hasWideTime(Path installed) {
    try (DirectoryStream<Path> marked =
        Files.newDirectoryStream(installed, "*" + WIDE_TIME + "*.list")) {
      return marked.iterator().hasNext();
    } catch (IOException notDebian) {
      return false;
    }
  }

  /** The package that brings {@code library}; empty when nobody has told us. */
  public Optional<String> name(Family of, String library) {
    return Optional.ofNullable(NAMES.getProperty(library))
        .map(names -> List.of(names.split(" ", -1)).get(of.column))
        .map(name -> name.replace("*", wideTime ? WIDE_TIME : ""));
  }

  /** The command that installs what brings {@code libraries}; one for each family if unknown. */
  public String command(Collection<String> libraries) {
    return family
        .map(one -> command(one, libraries))
        .orElseGet(
            () ->
                Arrays.stream(Family.values())
                    .map(each -> each.spoken + ": " + command(each, libraries))
                    .collect(Collectors.joining("; ")));
  }

  /** What nobody has told us is asked for as it is: there may be a package of its name. */
  private String command(Family of, Collection<String> libraries) {
    return of.command
        + libraries.stream()
            .map(library -> name(of, library).orElse(library))
            .distinct()
            .collect(Collectors.joining(" ", " ", ""));
  }
}
