package io.kpiwidget.chromium;

import java.util.Map;
import java.util.Vector;
import org.cef.browser.CefBrowser;
import org.cef.callback.CefFileDialogCallback;
import org.cef.handler.CefDialogHandler;

/** Choosing files. */
final class FileChoice implements CefDialogHandler, Held {

  private final Map<String, Long> addresses = Held.none();
  private final Lockdown lockdown;

  FileChoice(Lockdown lockdown) {
    this.lockdown = lockdown;
  }

  @Override
  public Map<String, Long> addresses() {
    return addresses;
  }

  @Override
  public boolean onFileDialog(
      CefBrowser browser,
      FileDialogMode mode,
      String title,
      String defaultFilePath,
      Vector<String> acceptFilters,
      Vector<String> acceptExtensions,
      Vector<String> acceptDescriptions,
      CefFileDialogCallback callback) {
    callback.Cancel();
    return lockdown.refuse("file-dialog");
  }
}
