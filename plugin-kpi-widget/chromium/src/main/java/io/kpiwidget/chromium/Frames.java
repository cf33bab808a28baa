package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.Area;
import io.kpiwidget.chromium.link.FrameFile;
import io.kpiwidget.chromium.link.ToDesktop;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The pictures on their way to the desktop, through a frame file. One thread at a time. */
final class Frames {

  private static final int SLOT_STEP = 1 << 20;
  private static final int IN_FLIGHT = 2;
  private static final Area NOTHING = new Area(0, 0, 0, 0);

  private final Consumer<ToDesktop> desktop;
  private final List<Path> folders;

  private @Nullable FrameFile file;
  private long sequence;
  private long copied;
  private long owed;
  private long paid;
  private boolean skipped;
  private Area before = NOTHING;
  private Area whole = NOTHING;

  /** What Chromium painted, in device pixels. */
  record Painting(ByteBuffer pixels, int width, int height, double scale) {

    Area whole() {
      return new Area(0, 0, width, height);
    }
  }

  Frames(Consumer<ToDesktop> desktop, List<Path> folders) {
    this.desktop = desktop;
    this.folders = folders;
  }

  /** A picture was left out, so the next one is sent whole. */
  void skip() {
    skipped = true;
  }

  /** The desktop has copied a frame. True when it lacks a picture. */
  boolean copied(long frame, boolean intact) {
    copied = Math.max(copied, frame);
    skipped |= !intact;
    return skipped;
  }

  /** The next frame answers {@code ticket}. */
  void owe(long ticket) {
    owed = Math.max(owed, ticket);
  }

  /** Sends the picture, unless the desktop is behind. */
  void add(Painting painting, Rectangle[] dirty, @Nullable Popup popup) {
    if (sequence - copied >= IN_FLIGHT) {
      skip();
    } else {
      send(painting, changed(painting, dirty, popup != null), popup);
      pay();
    }
  }

  private void pay() {
    if (owed > paid) {
      paid = owed;
      desktop.accept(new ToDesktop.Painted(owed));
    }
  }

  private Area changed(Painting painting, Rectangle[] dirty, boolean overlaid) {
    boolean sameSize = whole.equals(painting.whole());
    whole = painting.whole();
    if (skipped || overlaid || !sameSize) {
      skipped = false;
      before = whole;
      return whole;
    }
    Area area = NOTHING;
    for (Rectangle part : dirty) {
      area = area.union(new Area(part.x, part.y, part.width, part.height));
    }
    return area.within(painting.width(), painting.height());
  }

  private void send(Painting painting, Area dirty, @Nullable Popup popup) {
    int width = painting.width();
    int height = painting.height();
    FrameFile target = fileFor(width * height * Integer.BYTES);
    sequence++;
    // the half was last written two frames ago, so it lacks the frame before, too
    target.write(sequence, painting.pixels(), width, dirty.union(before));
    before = dirty;
    if (popup != null) {
      Area area = popup.area(painting.scale());
      target.overlay(sequence, popup.pixels(), popup.width(), area, width, height);
    }
    desktop.accept(new ToDesktop.Frame(sequence, width, height, painting.scale(), dirty));
  }

  private FrameFile fileFor(int bytes) {
    FrameFile present = file;
    if (present != null && present.slotBytes() >= bytes) {
      return present;
    }
    unlink();
    try {
      // a quarter more: dragging a divider must not make a file for every pixel
      int slot = (bytes / 4 * 5 / SLOT_STEP + 1) * SLOT_STEP;
      FrameFile made = FrameFile.create(folders, slot);
      desktop.accept(new ToDesktop.Surface(made.path().toString(), slot));
      file = made;
      return made;
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  /** Takes the file's name away; whoever mapped it keeps it. */
  void unlink() {
    try {
      if (file != null) {
        file.unlink();
      }
    } catch (IOException stillOpen) {
      desktop.accept(new ToDesktop.Console("debug", "frame file stays: " + stillOpen.getMessage()));
    }
  }
}
