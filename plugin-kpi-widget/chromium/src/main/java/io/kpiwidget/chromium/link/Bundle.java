package io.kpiwidget.chromium.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Chromium's files on this machine: where they belong and whether they are whole. Looking takes
 * milliseconds; installing is the browser process's work.
 */
public final class Bundle {

  /** Names each file of an installed bundle with its size; written last. */
  private static final String MARKER = "kpi-widget-bundle.txt";

  private static final List<String> ESSENTIAL =
      List.of(System.mapLibraryName("jcef"), "icudtl.dat", "locales");

  private final String platform;
  private final String sha256;
  private final Path home;

  private Bundle(String platform, String sha256, Path home) {
    this.platform = platform;
    this.sha256 = sha256;
    this.home = home;
  }

  /** The bundle for this machine under {@code dataDir}; empty when the platform is not known. */
  public static Optional<Bundle> of(Path dataDir) {
    return Optional.ofNullable(checksums().getProperty(platformHere()))
        .map(sha256 -> new Bundle(platformHere(), sha256, dataDir.resolve("chromium")));
  }

  /** This machine in the words of the natives' artifact names. */
  public static String platformHere() {
    return platform(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static String platform(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String family = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "macosx" : os;
    String arch =
        switch (osArch) {
          case "x86_64" -> "amd64";
          case "aarch64" -> "arm64";
          default -> osArch;
        };
    return family + "-" + arch;
  }

  private static Properties checksums() {
    Properties checksums = new Properties();
    try (InputStream in = Bundle.class.getResourceAsStream("natives.properties")) {
      checksums.load(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return checksums;
  }

  public String platform() {
    return platform;
  }

  /** What the natives jar must hash to. */
  public String sha256() {
    return sha256;
  }

  /** Where bundles of all versions are. */
  public Path home() {
    return home;
  }

  /** The folder into which the bundle is installed; another version has another one. */
  public Path folder() {
    return home.resolve(platform + "-" + sha256.substring(0, 12));
  }

  /**
   * A folder that can be used now: the configured one, or the installed one. Where somebody
   * configured a place that has neither a bundle nor a natives jar, none: they would not want
   * another one without a word.
   */
  public Optional<Path> ready(Optional<Path> configured) {
    if (configured.isPresent() && usable(configured.get())) {
      return configured;
    }
    if (configured.isPresent() && nativesJar(configured.get()).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(folder()).filter(this::usable);
  }

  private boolean usable(Path folder) {
    return essentials(folder) && sizesMatch(folder);
  }

  /** The natives jar for this platform at {@code place}, which is the jar or a folder with it. */
  public Optional<Path> nativesJar(Path place) {
    if (Files.isRegularFile(place)) {
      return Optional.of(place);
    }
    if (!Files.isDirectory(place)) {
      return Optional.empty();
    }
    String name = "jcef-natives-" + platform + "*.jar";
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(place, name)) {
      var found = jars.iterator();
      return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
    } catch (IOException unreadable) {
      // a folder that nobody may read has nothing for us; whoever asks says which places it tried
      return Optional.empty();
    }
  }

  private static boolean essentials(Path folder) {
    return ESSENTIAL.stream().allMatch(name -> Files.exists(folder.resolve(name)));
  }

  /** A folder that the vendor unpacked has no marker; then its essentials must do. */
  private boolean sizesMatch(Path folder) {
    Path marker = folder.resolve(MARKER);
    if (!Files.exists(marker)) {
      return !folder.equals(folder());
    }
    try (Stream<String> lines = Files.lines(marker, StandardCharsets.UTF_8)) {
      return lines.allMatch(line -> sizeMatches(folder, line.split(" ", 2)));
    } catch (IOException | UncheckedIOException unreadable) {
      return false;
    }
  }

  private static boolean sizeMatches(Path folder, String[] sizeAndName) {
    try {
      return Files.size(folder.resolve(sizeAndName[1])) == Long.parseLong(sizeAndName[0]);
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException broken) {
      return false;
    }
  }

  /** Marks an unpacked {@code folder} as whole. */
  public static void mark(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<String> lines =
          tree.filter(Files::isRegularFile).map(file -> line(folder, file)).sorted().toList();
      Files.write(folder.resolve(MARKER), lines, StandardCharsets.UTF_8);
    }
  }

  private static String line(Path folder, Path file) {
    try {
      return Files.size(file) + " " + folder.relativize(file).toString().replace('\\', '/');
    } catch (IOException vanished) {
      throw new UncheckedIOException(vanished);
    }
  }
}
