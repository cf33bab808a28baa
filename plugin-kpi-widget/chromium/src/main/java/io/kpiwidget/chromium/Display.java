package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.ToDesktop;
import java.util.Map;
import java.util.function.Consumer;
import org.cef.CefSettings;
import org.cef.browser.CefBrowser;
import org.cef.handler.CefDisplayHandlerAdapter;

/**
 * What a page has besides its picture: the pointer's shape, and a console, which goes to the
 * desktop's log and nowhere else.
 */
final class Display extends CefDisplayHandlerAdapter implements Held {

  private final Map<String, Long> addresses = Held.none();
  private final Consumer<ToDesktop> desktop;

  Display(Consumer<ToDesktop> desktop) {
    this.desktop = desktop;
  }

  @Override
  public Map<String, Long> addresses() {
    return addresses;
  }

  @Override
  public boolean onCursorChange(CefBrowser browser, int cursor) {
    desktop.accept(new ToDesktop.Pointer(cursor));
    return true;
  }

  @Override
  public boolean onConsoleMessage(
      CefBrowser browser, CefSettings.LogSeverity level, String message, String source, int line) {
    String name = level.name().substring("LOGSEVERITY_".length());
    desktop.accept(new ToDesktop.Console(name, Redacted.text(message)));
    return true;
  }
}
