package io.kpiwidget.chromium.bundle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A natives jar with the right names and little in them, and the manifest of it. */
record SmallNatives(Path jar, Manifest manifest) {

  static final String PLATFORM = "linux-amd64";

  static final Map<String, String> FILES =
      Map.of(
          System.mapLibraryName("jcef"),
          "library",
          "icudtl.dat",
          noise(),
          "locales/en-US.pak",
          "words");

  /** Text that cannot be packed. */
  private static String noise() {
    return new Random(1)
        .ints(200_000, ' ', '~')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  static SmallNatives in(Path folder) throws IOException {
    Path jar = folder.resolve("jcef-natives-" + PLATFORM + "-1+2.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.setLevel(0);
      zip.putNextEntry(new ZipEntry("natives.tar.gz"));
      zip.write(archive());
    }
    return new SmallNatives(jar, ManifestWriter.of(jar));
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream tar = new GZIPOutputStream(bytes)) {
      for (Map.Entry<String, String> file : new TreeMap<>(FILES).entrySet()) {
        tar.write(header(file.getKey(), file.getValue().length()));
        byte[] content = file.getValue().getBytes(US_ASCII);
        tar.write(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
      }
      tar.write(new byte[1024]);
    }
    return bytes.toByteArray();
  }

  private static byte[] header(String name, int size) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 100, "0000644");
    put(header, 124, "%011o".formatted(size));
    header[156] = '0';
    return header;
  }

  private static void put(byte[] header, int offset, String text) {
    System.arraycopy(text.getBytes(US_ASCII), 0, header, offset, text.length());
  }

  Bundle bundle(Path data) {
    return new Bundle(PLATFORM, manifest, data.resolve("chromium"));
  }

  void unpack(Path folder) throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path target = folder.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.getValue());
    }
  }
}
