package io.kpiwidget.chromium;

import java.util.Map;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefFrame;
import org.cef.callback.CefContextMenuParams;
import org.cef.callback.CefMenuModel;
import org.cef.handler.CefContextMenuHandlerAdapter;

/** The menu with "View page source". */
final class Menus extends CefContextMenuHandlerAdapter implements Held {

  private final Map<String, Long> addresses = Held.none();
  private final Lockdown lockdown;

  Menus(Lockdown lockdown) {
    this.lockdown = lockdown;
  }

  @Override
  public Map<String, Long> addresses() {
    return addresses;
  }

  @Override
  public void onBeforeContextMenu(
      CefBrowser browser, CefFrame frame, CefContextMenuParams params, CefMenuModel model) {
    model.clear();
    lockdown.refuse("menu");
  }
}
