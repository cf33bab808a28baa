package io.kpiwidget.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles little plugins into real jars. */
final class TestJar {

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** One for all: opening the class path is what takes the time. */
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, UTF_8);

  private final Manifest manifest = new Manifest();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, byte[]> resources = new LinkedHashMap<>();
  private int classVersion;

  private TestJar() {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  static TestJar empty() {
    return new TestJar();
  }

  /** A well-formed plugin whose {@code create} runs {@code body}; it can use {@code context}. */
  static TestJar plugin(String id, String body) {
    return empty()
        .header("Plugin-Id", id)
        .header("Plugin-Version", "1.0.0")
        .header("Plugin-Requires", ">=1.0.0 & <2.0.0")
        .index(id + ".Provider")
        .provider(id, body);
  }

  static TestJar plugin(String id) {
    return plugin(id, "");
  }

  private TestJar provider(String id, String body) {
    return source(
        id + ".Provider",
        """
        package %s;
        import io.kpiwidget.host.*;
        public class Provider implements PanelProvider {
          static void say(Object line) { Heard.say(line); }
          public DockablePanel create(PanelContext context) throws Exception {
            %s
            return DockablePanel.of("%1$s", new javax.swing.JPanel()).title("%1$s").build();
          }
        }
        """
            .formatted(id, body));
  }

  TestJar header(String name, String value) {
    manifest.getMainAttributes().putValue(name, value);
    return this;
  }

  TestJar without(String header) {
    manifest.getMainAttributes().remove(new Attributes.Name(header));
    return this;
  }

  TestJar source(String type, String text) {
    sources.put(type, text);
    return this;
  }

  TestJar index(String... types) {
    return resource("META-INF/extensions.idx", String.join("\n", types).getBytes(UTF_8));
  }

  TestJar withoutIndex() {
    resources.remove("META-INF/extensions.idx");
    return this;
  }

  TestJar resource(String name, byte[] content) {
    resources.put(name, content);
    return this;
  }

  /** Makes the classes look as if a later compiler had written them. */
  TestJar classVersion(int major) {
    classVersion = major;
    return this;
  }

  Path writeTo(Path folder, String name) {
    try {
      Path work = Files.createTempDirectory("plugin-classes");
      try {
        return pack(compile(work), folder.resolve(name));
      } finally {
        delete(work);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path pack(Path classes, Path target) throws IOException {
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(target), manifest)) {
      for (Path file : files(classes)) {
        add(jar, classes.relativize(file).toString().replace('\\', '/'), bytes(file));
      }
      for (Map.Entry<String, byte[]> resource : resources.entrySet()) {
        add(jar, resource.getKey(), resource.getValue());
      }
    }
    return target;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private Path compile(Path folder) throws IOException {
    if (sources.isEmpty()) {
      return folder;
    }
    List<Path> texts = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("src/" + source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      texts.add(Files.writeString(file, source.getValue()));
    }
    Path classes = Files.createDirectory(folder.resolve("classes"));
    List<String> options = List.of("-proc:none", "-nowarn", "-d", classes.toString());
    if (!COMPILER
        .getTask(null, FILES, null, options, null, FILES.getJavaFileObjectsFromPaths(texts))
        .call()) {
      throw new IllegalArgumentException("does not compile: " + sources.values());
    }
    return classes;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private byte[] bytes(Path classFile) throws IOException {
    byte[] bytes = Files.readAllBytes(classFile);
    if (classVersion > 0) {
      bytes[6] = (byte) (classVersion >> 8);
      bytes[7] = (byte) classVersion;
    }
    return bytes;
  }

  private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }
}
