package io.kpiwidget.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A plugin of one class, compiled into a real jar; its label shows who is signed in. */
final class TinyPlugin {

  private static final String SOURCE =
      """
      package tiny;
      import io.kpiwidget.host.*;
      import javax.swing.JLabel;
      public class Provider implements PanelProvider {
        @Override public DockablePanel create(PanelContext context) {
          JLabel label = new JLabel("nobody");
          context.onSession(s -> label.setText(s == null ? "nobody" : s.agentId() + s.queueIds()));
          return DockablePanel.of("tiny", label).title("Tiny")
              .diagnostics(() -> "{\\"renderer\\":\\"swing\\",\\"firstKpiSwingMs\\":7}").build();
        }
      }
      """;

  private TinyPlugin() {}

  static Path writeTo(Path folder, Path work) throws IOException {
    Path classes = Files.createDirectories(work.resolve("classes"));
    Path source = Files.writeString(work.resolve("Provider.java"), SOURCE);
    compile(source, classes);
    Path jar = folder.resolve("tiny.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
      for (Path file : files(classes)) {
        add(out, classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
      add(out, "META-INF/extensions.idx", "tiny.Provider".getBytes(UTF_8));
    }
    return jar;
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Plugin-Id", "tiny");
    main.putValue("Plugin-Version", "1.0.0");
    main.putValue("Plugin-Requires", ">=1.0.0 & <2.0.0");
    return manifest;
  }

  private static void compile(Path source, Path classes) {
    List<String> arguments =
        List.of(
            "-proc:none",
            "-nowarn",
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            source.toString());
    var compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("the tiny plugin does not compile");
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }
}
