package io.kpiwidget.desktop;

import static io.kpiwidget.desktop.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.kpiwidget.desktop.FaultTable.Row;
import io.kpiwidget.desktop.report.EdtWatchdog;
import io.kpiwidget.desktop.window.Look;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens to the browser, the desktop lives, its agent has figures and a reason, and
 * Chromium comes back where it can. Real processes; prints a table.
 */
final class BrowserFaultsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path DATA = Path.of(System.getProperty("plugins.data"));
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** What an agent may feel, beyond what a busy machine does to every thread. */
  private static final long LONGEST_STALL = 50;

  /** From the moment that a fault is noticed. */
  private static final long SWING_WITHIN = 500;

  private static final long BACK_WITHIN = 5000;

  /** A killed process is noticed at once, a silent one after so many missed beats. */
  private static final long CHILD_BEATS = 5000;

  private static final long FRAME_BEATS = 8500;
  private static final long PAGE_BEATS = 10_500;

  private static final FaultTable TABLE = new FaultTable();

  @TempDir private Path folder;
  private Workplace workplace;

  @BeforeEach
  void openWorkplace() throws Exception {
    workplace = new Workplace(folder);
  }

  @AfterEach
  void closeWorkplace() {
    workplace.close();
  }

  @AfterAll
  static void publish() throws IOException {
    TABLE.publish(DATA.resolveSibling("browser-faults.json"));
  }

  private static Family family() {
    return new Family(ProcessHandle.current());
  }

  /** Does harm. */
  private interface Fault {
    void strike() throws Exception;
  }

  private static Fault kill(List<ProcessHandle> processes) {
    assertThat(processes).isNotEmpty();
    return () -> processes.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void helpersThatChromiumReplaces_areNotMissed() throws Exception {
    try (DesktopDriver driver = workplace.open()) {
      awaitChromium(driver);
      spared(driver, "nothing", () -> {}, List.of());
      spared(driver, "gpu process", "gpu-process");
      spared(driver, "network service", "utility --utility-sub-type=network");
      spared(driver, "zygotes", "zygote");
    }
  }

  private static void spared(DesktopDriver driver, String fault, String kind) throws Exception {
    List<ProcessHandle> hit = family().helpers(kind);
    spared(driver, fault, kill(hit), hit);
  }

  /** Chromium stays in front, and follows the desktop's look afterwards as before. */
  private static void spared(
      DesktopDriver driver, String name, Fault fault, List<ProcessHandle> ended) throws Exception {
    boolean dark = brightness(driver) < 128;
    try (EdtWatchdog edt = EdtWatchdog.start();
        Jitter jitter = new Jitter()) {
      fault.strike();
      int left = Family.left(ended);
      long stall = edt.found().longestMs();
      driver.look(dark ? Look.LIGHT : Look.DARK);
      await("the other look", PATIENCE, () -> dark == brightness(driver) > 128);
      JsonObject after = driver.diagnostics();
      assertThat(renderer(after)).as(name).isEqualTo("chromium");
      check(
          new Row(name, "", FaultTable.NONE, FaultTable.NONE, stall, jitter.longestMillis(), left),
          0);
    }
  }

  @Test
  void frameRendererThenPageRenderer_killed_areReplaced() throws Exception {
    try (DesktopDriver driver = workplace.open()) {
      awaitChromium(driver);
      List<ProcessHandle> renderers = family().helpers("renderer");
      assertThat(renderers).hasSizeGreaterThan(1);
      var frame = renderers.subList(1, renderers.size());
      comesBack(driver, "frame's renderer", kill(frame), frame, FRAME_BEATS);
      var page = family().helpers("renderer").subList(0, 1);
      comesBack(driver, "renderer", kill(page), page, 0);
    }
  }

  @Test
  void child_killedThenStopped_isReplaced() throws Exception {
    try (DesktopDriver driver = workplace.open()) {
      awaitChromium(driver);
      comesBack(driver, "child killed", kill(family().child()), family().all(), 0);
      var child = family().child();
      comesBack(
          driver, "child stopped", () -> Family.signal("STOP", child), family().all(), CHILD_BEATS);
    }
  }

  @Test
  void hostPage_inAnEndlessLoop_isReplaced() throws Exception {
    var tools = new Devtools(folder);
    try (DesktopDriver driver =
        workplace.open("--setting", "kpi-widget.java=" + tools.launcher())) {
      awaitChromium(driver);
      Fault loop =
          () -> tools.run("https://kpi-host.invalid", "setTimeout(() => { for (;;); }, 1)");
      comesBack(driver, "host page frozen", loop, family().all(), PAGE_BEATS);
    }
  }

  /** The native view comes with a reason, then Chromium again, with nothing left of before. */
  private static void comesBack(
      DesktopDriver driver, String name, Fault fault, List<ProcessHandle> ended, long beats)
      throws Exception {
    try (EdtWatchdog edt = EdtWatchdog.start();
        Jitter jitter = new Jitter()) {
      fault.strike();
      long struck = System.nanoTime();
      driver.awaitDiagnostics(name + " to be noticed", PATIENCE, d -> !reason(d).isEmpty());
      long swing = System.nanoTime();
      String reason = reason(driver.diagnostics());
      int left = Family.left(ended);
      awaitChromium(driver);
      long back = System.nanoTime();
      Row row =
          new Row(
              name,
              reason,
              millis(struck, swing),
              millis(swing, back),
              edt.found().longestMs(),
              jitter.longestMillis(),
              left);
      check(row, beats);
    }
  }

  private static long millis(long from, long until) {
    return TimeUnit.NANOSECONDS.toMillis(until - from);
  }

  private static void check(Row row, long beats) {
    TABLE.add(row);
    assertThat(row.left()).as("%s", row).isZero();
    assertThat(row.swingMillis()).as("%s", row).isLessThanOrEqualTo(beats + SWING_WITHIN);
    assertThat(row.backMillis()).as("%s", row).isLessThanOrEqualTo(BACK_WITHIN);
    assertThat(row.stallMillis())
        .as("%s", row)
        .isLessThanOrEqualTo(LONGEST_STALL + Math.max(0, row.lateMillis()));
  }

  @Test
  void fileOfTheBundle_truncated_isAReason() throws Exception {
    Path bundle = ownBundle();
    Files.delete(bundle.resolve("libcef.so"));
    Files.writeString(bundle.resolve("libcef.so"), "short");
    staysNative("bundle file truncated", "--natives", bundle.toString());
  }

  @Test
  void helperProgram_missing_isAReason() throws Exception {
    Path bundle = ownBundle();
    Files.delete(bundle.resolve("jcef_helper"));
    staysNative("helper missing", "--natives", bundle.toString());
  }

  @Test
  void systemLibrary_missing_isNamed() throws Exception {
    Files.createFile(folder.resolve("libnss3.so"));
    String path = "LD_LIBRARY_PATH='" + folder + "'";
    Row row = staysNative("library missing", launcher("env " + path + " '" + JAVA + "'"));
    assertThat(row.reason()).contains("libnss3.so");
  }

  @Test
  void display_missing_isAReason() throws Exception {
    Row row = staysNative("no DISPLAY", launcher("env -u DISPLAY '" + JAVA + "'"));
    assertThat(row.reason()).contains("DISPLAY");
  }

  @Test
  void launcher_missing_isAReason() throws Exception {
    Path launcher = Files.createFile(folder.resolve("not-a-program"));
    Row row = staysNative("no launcher", "--setting", "kpi-widget.java=" + launcher);
    assertThat(row.reason()).contains("java");
  }

  @Test
  void desktop_killed_leavesNoProcess() throws Exception {
    Process desktop = workplace.start(folder.resolve("desktop.log"));
    try {
      var family = new Family(desktop.toHandle());
      await("Chromium with its frame", PATIENCE, () -> family.helpers("renderer").size() > 1);
      List<ProcessHandle> all = family.all();
      desktop.destroyForcibly().waitFor();
      long none = FaultTable.NONE;
      check(new Row("desktop killed", "", none, none, none, none, Family.left(all)), 0);
    } finally {
      desktop.destroyForcibly();
    }
  }

  private String[] launcher(String command) throws IOException {
    Path launcher = folder.resolve("launcher");
    Files.writeString(launcher, "#!/bin/sh\nexec " + command + " \"$@\"\n");
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    return new String[] {"--setting", "kpi-widget.java=" + launcher};
  }

  /** The installed bundle's files once more, so that one of them can be spoilt. */
  private Path ownBundle() throws Exception {
    try (DesktopDriver driver = workplace.open()) {
      awaitChromium(driver);
    }
    Path copy = folder.resolve("bundle");
    try (Stream<Path> bundles = Files.list(DATA.resolve("chromium"))) {
      Path bundle = bundles.filter(each -> isBundle(each)).findFirst().orElseThrow();
      try (Stream<Path> files = Files.walk(bundle)) {
        for (Path file : files.toList()) {
          Path target = copy.resolve(bundle.relativize(file));
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.createLink(target, file);
          }
        }
      }
    }
    return copy;
  }

  private static boolean isBundle(Path folder) {
    return Files.exists(folder.resolve("jcef_helper"));
  }

  private Row staysNative(String name, String... options) throws Exception {
    try (EdtWatchdog edt = EdtWatchdog.start();
        DesktopDriver driver = workplace.open(options)) {
      driver.awaitDiagnostics(
          "figures and the reason", PATIENCE, d -> shown(d) > 0 && !reason(d).isEmpty());
      JsonObject seen = driver.diagnostics();
      assertThat(renderer(seen)).isEqualTo("swing");
      // opening a desktop holds its EDT up by itself
      Row row =
          new Row(
              name,
              reason(seen),
              FaultTable.NONE,
              FaultTable.NONE,
              FaultTable.NONE,
              FaultTable.NONE,
              Family.left(family().all()));
      check(row, 0);
      return row;
    }
  }

  private static void awaitChromium(DesktopDriver driver) throws Exception {
    driver.awaitDiagnostics(
        "Chromium in front", PATIENCE, d -> renderer(d).equals("chromium") && pageFigures(d) > 0);
  }

  private static String renderer(JsonObject diagnostics) {
    return diagnostics.get("renderer").getAsString();
  }

  private static String reason(JsonObject diagnostics) {
    return diagnostics.get("reason").getAsString();
  }

  private static int shown(JsonObject diagnostics) {
    return diagnostics.getAsJsonObject("kpis").getAsJsonObject("swing").size();
  }

  private static int pageFigures(JsonObject diagnostics) {
    return diagnostics.getAsJsonObject("kpis").getAsJsonObject("browser").size();
  }

  /** Of the panel's corner pixel, which is the page's background while Chromium is in front. */
  private static int brightness(DesktopDriver driver) throws Exception {
    JComponent panel = driver.panel().component();
    return DesktopDriver.onEdt(
        () -> {
          var picture =
              new BufferedImage(panel.getWidth(), panel.getHeight(), BufferedImage.TYPE_INT_RGB);
          panel.paint(picture.createGraphics());
          var corner = new Color(picture.getRGB(3, panel.getHeight() - 3));
          return (corner.getRed() + corner.getGreen() + corner.getBlue()) / 3;
        });
  }
}
