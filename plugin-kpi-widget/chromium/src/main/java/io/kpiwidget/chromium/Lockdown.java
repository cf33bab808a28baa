package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.ToDesktop;
import java.util.List;
import java.util.Map;
import java.util.Vector;
import java.util.function.Consumer;
import org.cef.CefSettings;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefFrame;
import org.cef.browser.CefRequestContext;
import org.cef.callback.CefAuthCallback;
import org.cef.callback.CefBeforeDownloadCallback;
import org.cef.callback.CefCallback;
import org.cef.callback.CefContextMenuParams;
import org.cef.callback.CefDownloadItem;
import org.cef.callback.CefDownloadItemCallback;
import org.cef.callback.CefFileDialogCallback;
import org.cef.callback.CefJSDialogCallback;
import org.cef.callback.CefMenuModel;
import org.cef.handler.CefContextMenuHandlerAdapter;
import org.cef.handler.CefDialogHandler;
import org.cef.handler.CefDisplayHandlerAdapter;
import org.cef.handler.CefDownloadHandler;
import org.cef.handler.CefJSDialogHandlerAdapter;
import org.cef.handler.CefLifeSpanHandlerAdapter;
import org.cef.handler.CefLoadHandler;
import org.cef.handler.CefRequestHandlerAdapter;
import org.cef.handler.CefResourceRequestHandler;
import org.cef.misc.BoolRef;
import org.cef.network.CefRequest;

/**
 * What a page may not do. The frames' sandbox attribute and the content security policy say most of
 * it; this holds without them. Some rules keep the process alive rather than in bounds: a dialog
 * nobody can answer, or a login prompt, ends it.
 */
final class Lockdown {

  private static final int RELOADS = 3;
  private static final int BLOCK = 2;

  private final String hostOrigin;
  private final List<String> frameOrigins;
  private final Requests requests;
  private final Consumer<ToDesktop> desktop;
  private int reloads;

  Lockdown(
      String hostOrigin,
      List<String> frameOrigins,
      Requests requests,
      Consumer<ToDesktop> desktop) {
    this.hostOrigin = hostOrigin;
    this.frameOrigins = frameOrigins;
    this.requests = requests;
    this.desktop = desktop;
  }

  private boolean refuse(String kind) {
    desktop.accept(new ToDesktop.Refused(kind));
    return true;
  }

  private boolean mayLoad(boolean mainFrame, String url) {
    if (mainFrame || url.startsWith(hostOrigin + "/")) {
      return url.startsWith(hostOrigin + "/");
    }
    // documents without content of their own; they belong to the frame that made them
    return url.equals("about:blank")
        || url.equals("about:srcdoc")
        || frameOrigins.stream().anyMatch(origin -> url.startsWith(origin + "/"));
  }

  /** Navigation, certificates, logins, crashed renderers. */
  final class Navigation extends CefRequestHandlerAdapter implements Held {

    private final Map<String, Long> addresses = Held.none();

    @Override
    public Map<String, Long> addresses() {
      return addresses;
    }

    @Override
    public boolean onBeforeBrowse(
        CefBrowser browser,
        CefFrame frame,
        CefRequest request,
        boolean userGesture,
        boolean isRedirect) {
      boolean main = frame.isMain();
      return !mayLoad(main, request.getURL()) && refuse(main ? "navigation" : "frame");
    }

    @Override
    public boolean onOpenURLFromTab(
        CefBrowser browser, CefFrame frame, String targetUrl, boolean userGesture) {
      return refuse("popup");
    }

    @Override
    public CefResourceRequestHandler getResourceRequestHandler(
        CefBrowser browser,
        CefFrame frame,
        CefRequest request,
        boolean isNavigation,
        boolean isDownload,
        String requestInitiator,
        BoolRef disableDefaultHandling) {
      return requests.handlerFor(request.getURL(), requestInitiator, disableDefaultHandling);
    }

    @Override
    public boolean getAuthCredentials(
        CefBrowser browser,
        String originUrl,
        boolean isProxy,
        String host,
        int port,
        String realm,
        String scheme,
        CefAuthCallback callback) {
      refuse("login");
      return false;
    }

    @Override
    public boolean onCertificateError(
        CefBrowser browser,
        CefLoadHandler.ErrorCode error,
        String requestUrl,
        CefCallback callback) {
      refuse("certificate");
      return false;
    }

    @Override
    public void onRenderProcessTerminated(
        CefBrowser browser, TerminationStatus status, int errorCode, String errorText) {
      if (++reloads > RELOADS) {
        desktop.accept(new ToDesktop.Failed("renderer-crashed", status + " " + errorCode));
      } else {
        browser.reload();
      }
    }
  }

  /** Windows and their settings. */
  final class Windows extends CefLifeSpanHandlerAdapter implements Held {

    private final Map<String, Long> addresses = Held.none();

    @Override
    public Map<String, Long> addresses() {
      return addresses;
    }

    private final Runnable closed;

    Windows(Runnable closed) {
      this.closed = closed;
    }

    @Override
    public boolean onBeforePopup(
        CefBrowser browser, CefFrame frame, String targetUrl, String targetFrameName) {
      return refuse("popup");
    }

    /** On Chromium's own thread, the only one on which its settings may be changed. */
    @Override
    public void onAfterCreated(CefBrowser browser) {
      CefRequestContext context = browser.getRequestContext();
      denied(hostOrigin).forEach(context::setPreference);
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

  /**
   * Answers to permission prompts that nobody could see. The exception: without it a frame from
   * this machine or network waits for ever for a prompt of Chromium's Local Network Access.
   */
  static Map<String, Object> denied(String hostOrigin) {
    String setting = "profile.default_content_setting_values.";
    return Map.ofEntries(
        Map.entry("profile.managed_local_network_access_allowed_for_urls", List.of(hostOrigin)),
        Map.entry(setting + "geolocation", BLOCK),
        Map.entry(setting + "notifications", BLOCK),
        Map.entry(setting + "media_stream_mic", BLOCK),
        Map.entry(setting + "media_stream_camera", BLOCK),
        Map.entry(setting + "clipboard", BLOCK),
        Map.entry(setting + "midi_sysex", BLOCK),
        Map.entry("download_restrictions", 3),
        Map.entry("printing.enabled", false),
        Map.entry("credentials_enable_service", false));
  }

  /** alert, confirm, prompt, beforeunload. */
  final class Dialogs extends CefJSDialogHandlerAdapter implements Held {

    private final Map<String, Long> addresses = Held.none();

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
      refuse("dialog");
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

  /** Downloads. */
  final class Downloads implements CefDownloadHandler, Held {

    private final Map<String, Long> addresses = Held.none();

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
      return refuse("download");
    }

    @Override
    public void onDownloadUpdated(
        CefBrowser browser, CefDownloadItem item, CefDownloadItemCallback callback) {
      callback.cancel();
    }
  }

  /** Choosing files. */
  final class Files implements CefDialogHandler, Held {

    private final Map<String, Long> addresses = Held.none();

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
      return refuse("file-dialog");
    }
  }

  /** The menu with "View page source". */
  static final class Menus extends CefContextMenuHandlerAdapter implements Held {

    private final Map<String, Long> addresses = Held.none();

    @Override
    public Map<String, Long> addresses() {
      return addresses;
    }

    @Override
    public void onBeforeContextMenu(
        CefBrowser browser, CefFrame frame, CefContextMenuParams params, CefMenuModel model) {
      model.clear();
    }
  }

  /** The console goes to the desktop's log and nowhere else. */
  final class Console extends CefDisplayHandlerAdapter implements Held {

    private final Map<String, Long> addresses = Held.none();

    @Override
    public Map<String, Long> addresses() {
      return addresses;
    }

    @Override
    public boolean onConsoleMessage(
        CefBrowser browser,
        CefSettings.LogSeverity level,
        String message,
        String source,
        int line) {
      String name = level.name().substring("LOGSEVERITY_".length());
      desktop.accept(new ToDesktop.Console(name, Redacted.text(message)));
      return true;
    }
  }
}
