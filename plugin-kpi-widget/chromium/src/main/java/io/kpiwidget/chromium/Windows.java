package io.kpiwidget.chromium;

import java.util.Map;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefFrame;
import org.cef.browser.CefRequestContext;
import org.cef.handler.CefLifeSpanHandlerAdapter;

/** Windows and their settings. */
final class Windows extends CefLifeSpanHandlerAdapter implements Held {

  private final Map<String, Long> addresses = Held.none();
  private final Lockdown lockdown;
  private final Runnable closed;

  Windows(Lockdown lockdown, Runnable closed) {
    this.lockdown = lockdown;
    this.closed = closed;
  }

  @Override
  public Map<String, Long> addresses() {
    return addresses;
  }

  @Override
  public boolean onBeforePopup(
      CefBrowser browser, CefFrame frame, String targetUrl, String targetFrameName) {
    return lockdown.refuse("popup");
  }

  /** On Chromium's own thread, the only one on which its settings may be changed. */
  @Override
  public void onAfterCreated(CefBrowser browser) {
    CefRequestContext context = browser.getRequestContext();
    lockdown.preferences().forEach(context::setPreference);
  }

  @Override
  public boolean doClose(CefBrowser browser) {
    return false;
  }

  @Override
  public void onBeforeClose(CefBrowser browser) {
    closed.run();
  }
}
