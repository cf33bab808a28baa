package io.kpiwidget.chromium.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;

/**
 * Makes the manifests while the project is built, in no jar itself: from the natives jars, each of
 * which must be the one that {@code natives.properties} pins.
 */
public final class ManifestWriter {

  private ManifestWriter() {}

  /** Arguments: folder with the natives jars, folder of the package's compiled resources. */
  public static void main(String[] arguments) throws IOException {
    Path jars = Path.of(arguments[0]);
    Path target = Path.of(arguments[1]);
    for (Map.Entry<Object, Object> pin : pins().entrySet()) {
      write(String.valueOf(pin.getKey()), String.valueOf(pin.getValue()), jars, target);
    }
  }

  private static Properties pins() throws IOException {
    Properties pins = new Properties();
    try (InputStream in = ManifestWriter.class.getResourceAsStream("natives.properties")) {
      pins.load(in);
    }
    return pins;
  }

  private static void write(String platform, String sha256, Path jars, Path target)
      throws IOException {
    Path file = target.resolve(Manifest.resource(platform));
    if (Files.exists(file) && Files.readString(file).startsWith("jar " + sha256 + " ")) {
      return;
    }
    Path jar = jar(jars, platform);
    if (!Sha256.of(jar).equals(sha256)) {
      throw new IOException(jar + " is not the one that is pinned: " + Sha256.of(jar));
    }
    Files.write(file, of(jar).lines());
  }

  private static Path jar(Path folder, String platform) throws IOException {
    String name = "jcef-natives-" + platform + "-*.jar";
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, name)) {
      return jars.iterator().next();
    }
  }

  static Manifest of(Path jar) throws IOException {
    Path folder = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "manifest-");
    try (ZipFile zip = new ZipFile(jar.toFile());
        InputStream in = zip.getInputStream(Installer.archive(zip))) {
      Tar.unpack(new GZIPInputStream(in, 1 << 16), folder, Files::newOutputStream);
      return new Manifest(item(jar, jar.resolveSibling("")), items(folder), needed(folder));
    } finally {
      Tree.delete(folder);
    }
  }

  private static List<Manifest.Item> items(Path folder) throws IOException {
    List<Manifest.Item> items = new ArrayList<>();
    for (Path file : files(folder)) {
      Manifest.Item asItCame = item(file, folder);
      Elf.narrow(file);
      Manifest.Item asItBecomes = item(file, folder);
      items.add(asItCame);
      if (!asItBecomes.equals(asItCame)) {
        items.add(asItBecomes);
      }
    }
    return items;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static Manifest.Item item(Path file, Path folder) throws IOException {
    String name = folder.relativize(file).toString().replace('\\', '/');
    return new Manifest.Item(Sha256.of(file), Files.size(file), name);
  }

  /** What the bundle's own programs and libraries ask for and the bundle does not have. */
  private static List<String> needed(Path folder) throws IOException {
    Set<String> needed = new TreeSet<>();
    for (Path file : files(folder)) {
      if (Elf.is(file)) {
        needed.addAll(Elf.read(file).needed());
      }
    }
    needed.removeIf(name -> Files.exists(folder.resolve(name)));
    return List.copyOf(needed);
  }
}
