package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.link.ToBrowser;
import java.awt.event.MouseEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** What real Chromium does with a page that tries to get out; no sandbox attribute helps here. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
final class LockdownTest {

  /** More than Chromium suffers by itself. */
  private static final int GPU_DEATHS = 8;

  @TempDir Path scratch;
  @TempDir Path home;
  private LoopbackSite site;
  private RealChild child;

  @BeforeEach
  void start() throws Exception {
    site = new LoopbackSite();
    ProcessBuilder builder = RealChild.builder();
    builder.environment().putAll(Map.of("HOME", home.toString()));
    child = RealChild.start(builder).open(scratch, RealChild.PAGE, site.origin());
    child.posted("hello");
  }

  @AfterEach
  void end() throws IOException {
    child.close();
    site.close();
  }

  /** Loads without waiting: what is refused may never load. */
  private void frame(String url) throws IOException, InterruptedException {
    child.run(
        """
        const frame = document.createElement('iframe');
        frame.src = '%s';
        document.body.append(frame);
        """
            .formatted(url));
  }

  private void button(String html) throws IOException, InterruptedException {
    child.run("document.body.innerHTML = '" + html + "'");
    child.send(new ToBrowser.Focus(true));
    child.painted();
    child.click(20, 20, MouseEvent.BUTTON1);
  }

  private void livesOn() throws IOException, InterruptedException {
    assertThat(child.run("return location.href")).contains(RealChild.ORIGIN + "/index.html");
  }

  @Test
  void download_isCountedAndWritesNothing() throws Exception {
    site.header("/file", "Content-Disposition", "attachment; filename=loot.bin");
    frame(site.origin() + "/file");
    child.refused("download");
    livesOn();
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().contains("loot"));
    }
  }

  @Test
  void loginPrompt_isCountedAndAnsweredWithNothing() throws Exception {
    site.header("/secret", "WWW-Authenticate", "Basic realm=\"r\"");
    frame(site.origin() + "/secret");
    child.refused("login");
    livesOn();
  }

  @Test
  void fileDialog_isCountedAndCancelled() throws Exception {
    button("<input type=file style=\"width:99px;height:99px\" oncancel=\"post({c: 1})\">");
    child.refused("file-dialog");
    livesOn();
  }

  @Test
  void dialogOfAFrame_leavesAProcessThatCanEnd() throws Exception {
    site.page("/asks", "<script>alert(1); confirm(2); prompt(3)</script>");
    frame(site.origin() + "/asks");
    child.refused("dialog");
    endsWell();
  }

  @Test
  void loginPrompt_leavesAProcessThatCanEnd() throws Exception {
    site.header("/secret", "WWW-Authenticate", "Basic realm=\"r\"");
    frame(site.origin() + "/secret");
    child.refused("login");
    endsWell();
  }

  @Test
  void gpuProcess_thatDiesAgainAndAgain_leavesTheProcessAlive() throws Exception {
    for (int i = 0; i < GPU_DEATHS; i++) {
      ProcessHandle gpu = gpuProcess();
      gpu.destroyForcibly();
      gpu.onExit().get();
      child.painted();
    }
    livesOn();
    endsWell();
  }

  private ProcessHandle gpuProcess() throws IOException, InterruptedException {
    for (int looks = 0; looks < 200; looks++) {
      var gpu = child.process.descendants().filter(LockdownTest::isGpu).findFirst();
      if (gpu.isPresent()) {
        return gpu.get();
      }
      child.run("await new Promise(done => setTimeout(done, 50))");
    }
    throw new AssertionError("no GPU process came back");
  }

  /** By the kernel's word: Java keeps no command line as long as Chromium's. */
  private static boolean isGpu(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
          .contains("--type=gpu-process");
    } catch (IOException gone) {
      return false;
    }
  }

  private void endsWell() throws IOException, InterruptedException {
    child.hangUp();
    assertThat(child.process.waitFor()).isZero();
  }
}
