package io.kpiwidget.chromium.bundle;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Chromium's files on this machine: where they belong and whether they are whole. Looking takes
 * milliseconds; installing is the browser process's work.
 */
public final class Bundle {

  private static final String JAR = "jcef-natives-";

  /** By these a folder with a bundle is known, for whatever platform and however broken. */
  private static final List<String> SIGNS =
      List.of("libjcef.so", "libcef.so", "jcef.dll", "libcef.dll", "libjcef.dylib", "icudtl.dat");

  private final String platform;
  private final Manifest manifest;
  private final Path home;

  Bundle(String platform, Manifest manifest, Path home) {
    this.platform = platform;
    this.manifest = manifest;
    this.home = home;
  }

  /** The bundle for this machine under {@code dataDir}; empty when the platform is not known. */
  public static Optional<Bundle> of(Path dataDir) {
    return Manifest.of(platformHere())
        .map(manifest -> new Bundle(platformHere(), manifest, dataDir.resolve("chromium")));
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

  Manifest manifest() {
    return manifest;
  }

  /** The system's libraries that Chromium asks for. */
  public List<String> needed() {
    return manifest.needed();
  }

  /** Where bundles of all versions are. */
  public Path home() {
    return home;
  }

  /** The folder into which the bundle is installed; another version has another one. */
  public Path folder() {
    return home.resolve(platform + "-" + manifest.jar().sha256().substring(0, 12));
  }

  /**
   * A folder that can be used now: the configured one, or the installed one. Where somebody
   * configured a place that has neither a bundle nor a natives jar, none: they would not want
   * another one without a word.
   */
  public Optional<Path> ready(Natives natives) {
    return natives.place().isEmpty() || nativesJar(natives.place().get()).isPresent()
        ? Optional.of(folder()).filter(this::isWhole)
        : natives.place().filter(this::isWhole);
  }

  /** By the sizes of all files: the damage that ends a process is a file cut short or missing. */
  private boolean isWhole(Path folder) {
    return manifest.odd(folder).isEmpty();
  }

  /** Whether {@code place} is a folder with a bundle, whole or not. */
  static boolean isUnpacked(Path place) {
    return SIGNS.stream().anyMatch(name -> Files.exists(place.resolve(name)));
  }

  /** Whether {@code folder} has a bundle and not for this platform. */
  static boolean isForeign(Path folder) {
    Path own = folder.resolve(System.mapLibraryName("jcef"));
    return Files.exists(own)
        ? isOfAnotherMachine(own)
        : SIGNS.stream()
            .filter(name -> name.contains("jcef"))
            .anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  private static boolean isOfAnotherMachine(Path library) {
    try {
      return Elf.is(library) && Elf.read(library).machine() != Elf.machineHere();
    } catch (IOException cutShort) {
      return false;
    }
  }

  /** The natives jar for this platform at {@code place}, which is the jar or a folder with it. */
  Optional<Path> nativesJar(Path place) {
    return Files.isRegularFile(place) ? Optional.of(place) : jar(place, platform + "*");
  }

  /** A natives jar at {@code place} for another platform. */
  Optional<Path> foreignJar(Path place) {
    return Files.isRegularFile(place)
        ? Optional.of(place).filter(this::isNamedForAnother)
        : jar(place, "*").filter(this::isNamedForAnother);
  }

  boolean hasOwnJar(Path place) {
    return nativesJar(place).filter(jar -> !isNamedForAnother(jar)).isPresent();
  }

  private boolean isNamedForAnother(Path jar) {
    String name = jar.getFileName().toString();
    return name.startsWith(JAR) && !name.startsWith(JAR + platform);
  }

  private static Optional<Path> jar(Path folder, String kind) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, JAR + kind + ".jar")) {
      var found = jars.iterator();
      return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
    } catch (IOException unreadable) {
      // a folder that nobody may read has nothing for us; whoever asks says which places it tried
      return Optional.empty();
    }
  }
}
