package io.kpiwidget.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example that desktops copy is compiled and run as it stands in the documentation. */
final class AdoptionExampleTest extends HostFixture {

  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\R(.*?)\\}</pre>", Pattern.DOTALL);

  private static final String DESKTOP =
      """
      package vendor;
      import io.kpiwidget.host.*;
      import java.nio.file.Paths;
      import java.util.*;
      import java.util.function.Consumer;
      import javax.swing.JTabbedPane;
      public class Desktop {
        public static class Agent { public String id = "ann", name = "Ann"; public Set<String> queues = Set.of("q"); }
        public static class Login { Consumer<Agent> l; void onChange(Consumer<Agent> l) { this.l = l; } }
        public final JTabbedPane tabs = new JTabbedPane();
        public final Login login = new Login();
        public Runnable exit;
        void onExit(Runnable r) { exit = r; }
        public Desktop() {
          %s
        }
      }
      """;

  @Test
  void example_isAtMostTenLines_andCompiles() throws IOException {
    String example = example();
    TestJar.empty()
        .source("vendor.Desktop", DESKTOP.formatted(example))
        .writeTo(data, "desktop.jar");

    assertThat(example.lines()).hasSizeLessThanOrEqualTo(10);
  }

  private static String example() throws IOException {
    String text = Files.readString(Path.of("src/main/java/io/kpiwidget/host/package-info.java"));
    Matcher example = EXAMPLE.matcher(text);
    assertThat(example.find()).isTrue();
    return example.group(1).replaceAll("(?m)^ \\* ?", "");
  }
}
