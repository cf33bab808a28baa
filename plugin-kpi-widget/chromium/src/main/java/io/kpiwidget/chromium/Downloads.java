package io.kpiwidget.chromium;

import java.util.Map;
import org.cef.browser.CefBrowser;
import org.cef.callback.CefBeforeDownloadCallback;
import org.cef.callback.CefDownloadItem;
import org.cef.callback.CefDownloadItemCallback;
import org.cef.handler.CefDownloadHandler;

/** Downloads. */
final class Downloads implements CefDownloadHandler, Held {

  private final Map<String, Long> addresses = Held.none();
  private final Lockdown lockdown;

  Downloads(Lockdown lockdown) {
    this.lockdown = lockdown;
  }

  @Override
  public Map<String, Long> addresses() {
    return addresses;
  }

  @Override
  public boolean onBeforeDownload(
      CefBrowser browser,
      CefDownloadItem item,
      String suggestedName,
      CefBeforeDownloadCallback callback) {
    return lockdown.refuse("download");
  }

  @Override
  public void onDownloadUpdated(
      CefBrowser browser, CefDownloadItem item, CefDownloadItemCallback callback) {
    callback.cancel();
  }
}
