package org.cef.browser;

import java.awt.Component;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import java.util.concurrent.CompletableFuture;
import org.cef.CefBrowserSettings;
import org.cef.CefClient;
import org.cef.handler.CefClientHandler;
import org.cef.handler.CefRenderHandler;
import org.cef.handler.CefScreenInfo;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A browser without a window whose pictures come in plain memory. JCEF's own off-screen browser
 * needs JOGL, and its base class can be extended from this package only.
 */
@NullMarked
public final class SoftwareBrowser extends CefBrowser_N {

  private final CefClientHandler handlers;
  private final CefRenderHandler screen;

  public SoftwareBrowser(
      CefClient owner,
      CefClientHandler handlers,
      CefRenderHandler screen,
      String url,
      CefRequestContext context,
      CefBrowserSettings settings) {
    super(owner, url, context, null, null, settings);
    this.handlers = handlers;
    this.screen = screen;
  }

  @Override
  public void createImmediately() {
    // transparent: where the page has not painted yet, the desktop's colour shows and no white
    createBrowser(handlers, 0, getUrl(), true, true, null, getRequestContext());
  }

  @Override
  public CefRenderHandler getRenderHandler() {
    return screen;
  }

  /** JCEF asks the browser, not the render handler, and finds this method by its name. */
  public boolean getScreenInfo(CefBrowser browser, CefScreenInfo info) {
    return screen.getScreenInfo(browser, info);
  }

  @Override
  public @Nullable Component getUIComponent() {
    return null;
  }

  @Override
  protected CefBrowser_N createDevToolsBrowser(
      CefClient client,
      String url,
      CefRequestContext context,
      CefBrowser_N parent,
      Point inspectAt) {
    throw new UnsupportedOperationException("developer tools are off");
  }

  @Override
  public CompletableFuture<BufferedImage> createScreenshot(boolean nativeResolution) {
    return CompletableFuture.failedFuture(new UnsupportedOperationException());
  }

  /** The screen's size or scale changed. */
  public void resized(int width, int height) {
    wasResized(width, height);
  }

  /** Asks for a whole new picture. */
  public void repaint() {
    invalidate();
  }

  public void key(KeyEvent event) {
    sendKeyEvent(event);
  }

  public void mouse(MouseEvent event) {
    sendMouseEvent(event);
  }

  public void wheel(MouseWheelEvent event) {
    sendMouseWheelEvent(event);
  }
}
