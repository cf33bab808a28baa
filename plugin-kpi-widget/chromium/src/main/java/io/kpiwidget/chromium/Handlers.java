package io.kpiwidget.chromium;

import org.cef.browser.CefBrowser;
import org.cef.handler.CefClientHandler;
import org.cef.handler.CefContextMenuHandler;
import org.cef.handler.CefDialogHandler;
import org.cef.handler.CefDisplayHandler;
import org.cef.handler.CefDownloadHandler;
import org.cef.handler.CefDragHandler;
import org.cef.handler.CefFocusHandler;
import org.cef.handler.CefJSDialogHandler;
import org.cef.handler.CefKeyboardHandler;
import org.cef.handler.CefLifeSpanHandler;
import org.cef.handler.CefLoadHandler;
import org.cef.handler.CefPrintHandler;
import org.cef.handler.CefRenderHandler;
import org.cef.handler.CefRequestHandler;
import org.cef.handler.CefWindowHandler;
import org.jspecify.annotations.Nullable;

/**
 * Our handlers, given to Chromium directly. JCEF's own client would answer every focus event with
 * another one until the stack is gone, and would hide the screen's scale.
 */
final class Handlers extends CefClientHandler {

  private final Screen screen;
  private final CefLifeSpanHandler lifeSpan;
  private final CefFocusHandler focus;
  private final CefRequestHandler navigation;
  private final CefJSDialogHandler dialogs;
  private final CefDownloadHandler downloads;
  private final CefDialogHandler files;
  private final CefContextMenuHandler menus;
  private final CefLoadHandler loads;
  private final CefDisplayHandler display;
  private volatile @Nullable CefBrowser browser;

  /** {@code closed} is called once the browser is gone. */
  Handlers(
      Screen screen,
      Lockdown lockdown,
      CefRequestHandler navigation,
      CefFocusHandler focus,
      Runnable closed) {
    this.screen = screen;
    this.navigation = navigation;
    this.focus = focus;
    // Chromium holds each by its identity, so each exists once
    lifeSpan = new Windows(lockdown, closed);
    dialogs = new Dialogs(lockdown);
    downloads = new Downloads(lockdown);
    files = new FileChoice(lockdown);
    menus = new Menus(lockdown);
    loads = new Loads(lockdown);
    display = new Display(lockdown.desktop());
  }

  /** Before the browser is created: without it Chromium's calls arrive with null, or not at all. */
  void serve(CefBrowser served) {
    browser = served;
  }

  @Override
  protected @Nullable CefBrowser getBrowser(int identifier) {
    return browser;
  }

  @Override
  protected Object[] getAllBrowser() {
    return browser == null ? new Object[0] : new Object[] {browser};
  }

  @Override
  protected CefContextMenuHandler getContextMenuHandler() {
    return menus;
  }

  @Override
  protected CefDialogHandler getDialogHandler() {
    return files;
  }

  @Override
  protected CefDisplayHandler getDisplayHandler() {
    return display;
  }

  @Override
  protected CefDownloadHandler getDownloadHandler() {
    return downloads;
  }

  @Override
  protected @Nullable CefDragHandler getDragHandler() {
    return null;
  }

  @Override
  protected CefFocusHandler getFocusHandler() {
    return focus;
  }

  @Override
  protected CefJSDialogHandler getJSDialogHandler() {
    return dialogs;
  }

  @Override
  protected @Nullable CefKeyboardHandler getKeyboardHandler() {
    return null;
  }

  @Override
  protected CefLifeSpanHandler getLifeSpanHandler() {
    return lifeSpan;
  }

  @Override
  protected CefLoadHandler getLoadHandler() {
    return loads;
  }

  @Override
  protected @Nullable CefPrintHandler getPrintHandler() {
    return null;
  }

  @Override
  protected CefRenderHandler getRenderHandler() {
    return screen;
  }

  @Override
  protected CefRequestHandler getRequestHandler() {
    return navigation;
  }

  @Override
  protected @Nullable CefWindowHandler getWindowHandler() {
    return null;
  }
}
