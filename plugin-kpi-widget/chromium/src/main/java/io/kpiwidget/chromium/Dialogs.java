package io.kpiwidget.chromium;

import java.util.Map;
import org.cef.browser.CefBrowser;
import org.cef.callback.CefJSDialogCallback;
import org.cef.handler.CefJSDialogHandlerAdapter;
import org.cef.misc.BoolRef;

/** alert, confirm, prompt, beforeunload. */
final class Dialogs extends CefJSDialogHandlerAdapter implements Held {

  private final Map<String, Long> addresses = Held.none();
  private final Lockdown lockdown;

  Dialogs(Lockdown lockdown) {
    this.lockdown = lockdown;
  }

  @Override
  public Map<String, Long> addresses() {
    return addresses;
  }

  @Override
  public boolean onJSDialog(
      CefBrowser browser,
      String originUrl,
      JSDialogType type,
      String text,
      String defaultText,
      CefJSDialogCallback callback,
      BoolRef suppress) {
    lockdown.refuse("dialog");
    suppress.set(true);
    return false;
  }

  @Override
  public boolean onBeforeUnloadDialog(
      CefBrowser browser, String text, boolean isReload, CefJSDialogCallback callback) {
    callback.Continue(true, "");
    return true;
  }
}
