package io.kpiwidget.desktop;

import io.kpiwidget.desktop.report.RunRecorder;
import io.kpiwidget.desktop.window.DesktopWindow;
import io.kpiwidget.desktop.window.Look;
import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Report and screenshot at the end of a timed run. */
record Evidence(
    DesktopOptions options, RunRecorder recorder, PluginDesk desk, DesktopWindow window) {

  private static final Logger log = LoggerFactory.getLogger(Evidence.class);

  /** Writes what was asked for; answers the exit code. Blocks for some seconds. */
  int write() {
    try {
      if (options.report().isPresent()) {
        recorder.write(options.report().get(), desk.panels(), Edt.call(Look::present).toString());
      }
      if (options.screenshot().isPresent()) {
        screenshot(options.screenshot().get());
      }
      return 0;
    } catch (IOException | AWTException e) {
      log.error("The run could not be recorded: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  /** A robot may be used on any thread, and a picture must not stop the EDT. */
  @SuppressWarnings("guieffect")
  private void screenshot(Path file) throws IOException, AWTException, InterruptedException {
    Rectangle bounds = Edt.call(this::bounds);
    BufferedImage picture = new Robot().createScreenCapture(bounds);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    ImageIO.write(picture, "png", file.toFile());
  }

  @UIEffect
  private Rectangle bounds() {
    window.frame().toFront();
    return window.frame().getBounds();
  }
}
