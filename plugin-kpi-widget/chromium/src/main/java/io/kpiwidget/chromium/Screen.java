package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.ToDesktop;
import java.awt.Point;
import java.awt.Rectangle;
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

  private final Frames frames;

  private int width;
  private int height;
  private double scale = 1;
  private boolean showing = true;
  private @Nullable Popup popup;

  Screen(Consumer<ToDesktop> desktop, List<Path> folders) {
    this.frames = new Frames(desktop, folders);
  }

  /** The size in the page's pixels, and how many device pixels each has. */
  synchronized void resize(int width, int height, double scale) {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.scale = scale;
  }

  synchronized void show(boolean showing) {
    this.showing = showing;
    frames.skip();
  }

  /** The desktop has mapped the frame file, so its name can go: nothing is left behind. */
  synchronized void mapped() {
    frames.unlink();
  }

  /** The desktop has copied a frame. True when a whole new picture must be asked for. */
  synchronized boolean copied(long frame, boolean intact) {
    return frames.copied(frame, intact) && showing;
  }

  /** The next frame answers the {@code ticket}, and there will be one. */
  synchronized void owe(long ticket) {
    frames.owe(ticket);
  }

  synchronized void unlink() {
    frames.unlink();
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
    } else if (showing) {
      frames.add(new Frames.Painting(picture, width, height, scale), dirty, popup);
    } else {
      frames.skip();
    }
  }

  @Override
  public synchronized void onPopupShow(CefBrowser browser, boolean show) {
    if (!show) {
      popup = null;
      frames.skip();
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

  private static void repaint(CefBrowser browser) {
    ((SoftwareBrowser) browser).repaint();
  }

  /**
   * Never called: Chromium tells {@link Display}, and JCEF's own client would pass it on to here.
   */
  @Override
  public boolean onCursorChange(CefBrowser browser, int cursor) {
    return false;
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
