package io.kpiwidget.desktop.soak;

import io.kpiwidget.desktop.Main;
import java.awt.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;

/**
 * The sample desktop, whose window is iconified and restored by turns, as an agent does it; each
 * turn is written down. Arguments: the file for that, seconds of a turn, how often it is shown, and
 * what the desktop takes.
 */
final class HidingDesktop {

  private final Path file;
  private final Duration turn;
  private final int showings;
  private final Clock clock = Clock.systemUTC();

  private HidingDesktop(Path file, Duration turn, int showings) {
    this.file = file;
    this.turn = turn;
    this.showings = showings;
  }

  public static void main(String[] arguments) throws Exception {
    var hiding =
        new HidingDesktop(
            Path.of(arguments[0]),
            Duration.ofMillis(Long.parseLong(arguments[1])),
            Integer.parseInt(arguments[2]));
    var thread = new Thread(hiding::run, "soak-hiding");
    thread.setDaemon(true);
    thread.start();
    Main.main(Arrays.copyOfRange(arguments, 3, arguments.length));
  }

  private void run() {
    try {
      var frame = frame();
      for (int showing = 0; showing < showings; showing++) {
        become(frame, true);
        become(frame, false);
      }
    } catch (IOException e) {
      throw new IllegalStateException("no turn can be written down", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Frame frame() throws InterruptedException {
    while (true) {
      for (var frame : Frame.getFrames()) {
        if (frame.isShowing()) {
          return frame;
        }
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private void become(Frame frame, boolean visible) throws IOException, InterruptedException {
    var turned = "{\"at\":\"%s\",\"visible\":%b}\n".formatted(clock.instant(), visible);
    Files.writeString(file, turned, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    SwingUtilities.invokeLater(
        () -> frame.setExtendedState(visible ? Frame.NORMAL : Frame.ICONIFIED));
    TimeUnit.NANOSECONDS.sleep(turn.toNanos());
  }
}
