package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.Area;
import io.kpiwidget.chromium.link.FrameFile;
import io.kpiwidget.chromium.link.ToDesktop;
import java.awt.Point;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefPaintEvent;
import org.cef.browser.SoftwareBrowser;
import org.cef.callback.CefDragData;
import org.cef.handler.CefRenderHandler;
import org.cef.handler.CefScreenInfo;
import org.jspecify.annotations.Nullable;

/**
 * The screen that Chromium paints on: each picture goes into the frame file and is announced. At
 * most two are on their way; a slow desktop gets fewer pictures, never an old or a torn one.
 */
final class Screen implements CefRenderHandler, Held {

  private final Map<String, Long> addresses = Held.none();

  @Override
  public Map<String, Long> addresses() {
    return addresses;
  }

  private static final int SLOT_STEP = 1 << 20;
  private static final int IN_FLIGHT = 2;

  private final Consumer<ToDesktop> desktop;
  private final List<Path> folders;

  private int width;
  private int height;
  private double scale = 1;
  private boolean showing = true;
  private @Nullable FrameFile file;
  private long sequence;
  private long copied;
  private boolean skipped;
  private Area before = new Area(0, 0, 0, 0);
  private int[] pictureSize = {0, 0};
  private @Nullable Popup popup;

  /** A drop-down list of the page, which Chromium paints apart. */
  private record Popup(Rectangle at, ByteBuffer pixels, int width, int height) {}

  Screen(Consumer<ToDesktop> desktop, List<Path> folders) {
    this.desktop = desktop;
    this.folders = folders;
  }

  /** The size in the page's pixels, and how many device pixels each has. */
  synchronized void resize(int width, int height, double scale) {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.scale = scale;
  }

  synchronized void show(boolean showing) {
    this.showing = showing;
    skipped = true;
  }

  /** The desktop has mapped the frame file, so its name can go: nothing is left behind. */
  synchronized void mapped() {
    unlink();
  }

  /** The desktop has copied a frame. True when a whole new picture must be asked for. */
  synchronized boolean copied(long frame, boolean intact) {
    copied = Math.max(copied, frame);
    skipped |= !intact;
    return skipped && showing;
  }

  synchronized void unlink() {
    try {
      if (file != null) {
        file.unlink();
      }
    } catch (IOException stillOpen) {
      desktop.accept(new ToDesktop.Console("debug", "frame file stays: " + stillOpen.getMessage()));
    }
  }

  @Override
  public synchronized Rectangle getViewRect(CefBrowser browser) {
    return new Rectangle(0, 0, width, height);
  }

  @Override
  public synchronized boolean getScreenInfo(CefBrowser browser, CefScreenInfo info) {
    Rectangle whole = new Rectangle(0, 0, width, height);
    info.Set(scale, 32, 8, false, whole, whole);
    return true;
  }

  @Override
  public Point getScreenPoint(CefBrowser browser, Point viewPoint) {
    return new Point(viewPoint);
  }

  @Override
  public synchronized void onPaint(
      CefBrowser browser,
      boolean ofPopup,
      Rectangle[] dirty,
      ByteBuffer picture,
      int width,
      int height) {
    if (ofPopup) {
      popupPainted(browser, picture, width, height);
    } else if (!showing || sequence - copied >= IN_FLIGHT) {
      skipped = true;
    } else {
      frame(picture, width, height, changed(dirty, width, height));
    }
  }

  private Area changed(Rectangle[] dirty, int width, int height) {
    Area all = new Area(0, 0, width, height);
    boolean sameSize = pictureSize[0] == width && pictureSize[1] == height;
    pictureSize = new int[] {width, height};
    if (skipped || popup != null || !sameSize) {
      skipped = false;
      before = all;
      return all;
    }
    Area area = new Area(0, 0, 0, 0);
    for (Rectangle part : dirty) {
      area = area.union(new Area(part.x, part.y, part.width, part.height));
    }
    return area.within(width, height);
  }

  private void frame(ByteBuffer picture, int width, int height, Area dirty) {
    FrameFile target = fileFor(width * height * Integer.BYTES);
    sequence++;
    // the half was last written two frames ago, so it lacks the frame before, too
    target.write(sequence, picture, width, dirty.union(before));
    before = dirty;
    if (popup != null) {
      overlay(target, popup, width, height);
    }
    desktop.accept(new ToDesktop.Frame(sequence, width, height, dirty));
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

  @Override
  public synchronized void onPopupShow(CefBrowser browser, boolean show) {
    if (!show) {
      popup = null;
      skipped = true;
      repaint(browser);
    }
  }

  @Override
  public synchronized void onPopupSize(CefBrowser browser, Rectangle size) {
    popup = new Popup(size, ByteBuffer.allocate(0), 0, 0);
  }

  private void popupPainted(CefBrowser browser, ByteBuffer picture, int width, int height) {
    if (popup != null) {
      int bytes = width * height * Integer.BYTES;
      ByteBuffer pixels = ByteBuffer.allocate(bytes).put(0, picture, 0, bytes);
      popup = new Popup(popup.at(), pixels, width, height);
      repaint(browser);
    }
  }

  private void overlay(FrameFile target, Popup over, int width, int height) {
    int left = (int) Math.round(over.at().x * scale);
    int top = (int) Math.round(over.at().y * scale);
    Area area = new Area(left, top, over.width(), over.height());
    target.overlay(sequence, over.pixels(), over.width(), area, width, height);
  }

  private static void repaint(CefBrowser browser) {
    ((SoftwareBrowser) browser).repaint();
  }

  @Override
  public boolean onCursorChange(CefBrowser browser, int cursor) {
    desktop.accept(new ToDesktop.Pointer(cursor));
    return true;
  }

  @Override
  public boolean startDragging(CefBrowser browser, CefDragData data, int mask, int x, int y) {
    return false;
  }

  @Override
  public void updateDragCursor(CefBrowser browser, int operation) {}

  @Override
  public void addOnPaintListener(Consumer<CefPaintEvent> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setOnPaintListener(Consumer<CefPaintEvent> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeOnPaintListener(Consumer<CefPaintEvent> listener) {
    throw new UnsupportedOperationException();
  }
}
