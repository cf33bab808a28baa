package io.kpiwidget.chromium;

import java.util.Map;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefFrame;
import org.cef.handler.CefLoadHandlerAdapter;

/** What did not load. Chromium asks about a bad certificate for the main frame only. */
final class Loads extends CefLoadHandlerAdapter implements Held {

  private final Map<String, Long> addresses = Held.none();
  private final Lockdown lockdown;

  Loads(Lockdown lockdown) {
    this.lockdown = lockdown;
  }

  @Override
  public Map<String, Long> addresses() {
    return addresses;
  }

  @Override
  public void onLoadError(
      CefBrowser browser, CefFrame frame, ErrorCode error, String text, String url) {
    if (error.name().startsWith("ERR_CERT_") && !frame.isMain()) {
      lockdown.refuse("certificate");
    }
  }
}
