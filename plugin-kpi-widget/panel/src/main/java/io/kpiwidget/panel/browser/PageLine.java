package io.kpiwidget.panel.browser;

import io.kpiwidget.chromium.link.FrameFile;
import io.kpiwidget.chromium.link.ToBrowser;
import io.kpiwidget.chromium.link.ToDesktop;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One page of a browser process, from its opening to its end. */
final class PageLine {

  private final BrowserChild child;
  private final int page;
  private final Picture picture;

  /** Where its pictures are; for the reading thread only. */
  private @Nullable FrameFile frames;

  PageLine(BrowserChild child, int page, Picture picture) {
    this.child = child;
    this.page = page;
    this.picture = picture;
  }

  int page() {
    return page;
  }

  long pid() {
    return child.pid();
  }

  /** Any thread, returns at once. */
  void send(ToBrowser message) {
    child.send(page, message);
  }

  /** Hands what is for the screen to the picture; false for everything else. */
  boolean showed(ToDesktop message) throws IOException {
    if (message instanceof ToDesktop.Surface surface) {
      frames = FrameFile.open(Path.of(surface.path()), surface.slotBytes());
      send(new ToBrowser.Mapped());
    } else if (message instanceof ToDesktop.Frame frame) {
      show(frame);
    } else if (message instanceof ToDesktop.Painted painted) {
      picture.painted(painted.ticket());
    } else if (message instanceof ToDesktop.Pointer pointer) {
      picture.pointer(pointer.cursor());
    } else if (message instanceof ToDesktop.FocusLeaves leaves) {
      picture.focusLeaves(leaves.forward());
    } else {
      return false;
    }
    return true;
  }

  private void show(ToDesktop.Frame frame) {
    FrameFile file = frames;
    if (file != null) {
      picture.show(file, frame, whole -> send(new ToBrowser.Copied(frame.sequence(), whole)));
    }
  }
}
