package io.kpiwidget.desktop;

import static io.kpiwidget.desktop.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kpiwidget.host.DockablePanel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.swing.JLabel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginFolderIT {

  @TempDir private Path folder;
  private Path plugins;

  @BeforeEach
  void folders() throws Exception {
    plugins = Files.createDirectory(folder.resolve("plugins"));
  }

  private String[] options(String... more) {
    String[] first = {
      "--plugins", plugins.toString(),
      "--data-dir", folder.resolve("data").toString(),
      "--agent", "demo-ann"
    };
    String[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }

  private static String text(DockablePanel panel) throws InterruptedException {
    return DesktopDriver.onEdt(() -> ((JLabel) panel.component()).getText());
  }

  @Test
  void plugin_isDockedAndFollowsTheSession() throws Exception {
    TinyPlugin.writeTo(plugins, folder);
    try (DesktopDriver driver = DesktopDriver.open(options())) {
      DockablePanel panel = driver.panel();
      await("the first agent", () -> text(panel).equals("demo-ann[billing, orders]"));
      driver.signInAs("demo-ben");
      await("the second agent", () -> text(panel).equals("demo-ben[support]"));
      driver.signOut();
      await("nobody", () -> text(panel).equals("nobody"));
    }
  }

  @Test
  void brokenJar_isANotice_andTheOtherPluginIsDocked() throws Exception {
    TinyPlugin.writeTo(plugins, folder);
    Files.writeString(plugins.resolve("broken.jar"), "not a zip");
    try (DesktopDriver driver = DesktopDriver.open(options())) {
      assertThat(driver.panel().id()).isEqualTo("tiny");
      await(
          "a notice about broken.jar",
          () ->
              driver.desktop().recorder().notices().stream()
                  .anyMatch(n -> n.toString().contains("broken.jar")));
    }
  }

  @Test
  void timedRun_writesReportAndScreenshot() throws Exception {
    TinyPlugin.writeTo(plugins, folder);
    Path report = folder.resolve("r.json");
    Path picture = folder.resolve("s.png");
    String[] options =
        options("--exit-after", "3", "--report", "" + report, "--screenshot", "" + picture);
    try (DesktopDriver driver = DesktopDriver.open(options)) {
      assertThat(driver.desktop().awaitExit()).isZero();
    }

    JsonObject json = JsonParser.parseString(Files.readString(report)).getAsJsonObject();
    assertThat(json.get("renderer").getAsString()).isEqualTo("swing");
    assertThat(json.get("pluginLoadMs").getAsLong()).isPositive();
    assertThat(json.get("longestEdtStallMs").getAsLong()).isNotNegative();
    assertThat(json.get("agent").getAsString()).isEqualTo("demo-ann");
    assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(1000);
  }

  @Test
  void timedRun_whoseReportCannotBeWritten_exitsWithOne() throws Exception {
    Path inTheWay = Files.writeString(folder.resolve("file"), "");
    String[] options =
        options("--exit-after", "1", "--report", inTheWay.resolve("r.json").toString());
    try (DesktopDriver driver = DesktopDriver.open(options)) {
      assertThat(driver.desktop().awaitExit()).isEqualTo(1);
    }
  }
}
