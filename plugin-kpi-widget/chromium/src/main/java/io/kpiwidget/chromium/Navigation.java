package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.ToDesktop;
import java.util.Map;
import java.util.function.Consumer;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefFrame;
import org.cef.callback.CefAuthCallback;
import org.cef.callback.CefCallback;
import org.cef.handler.CefLoadHandler;
import org.cef.handler.CefRequestHandlerAdapter;
import org.cef.handler.CefResourceRequestHandler;
import org.cef.misc.BoolRef;
import org.cef.network.CefRequest;

/** Navigation, certificates, logins, crashed renderers. */
final class Navigation extends CefRequestHandlerAdapter implements Held {

  private final Map<String, Long> addresses = Held.none();

  private final Lockdown lockdown;
  private final Requests requests;
  private final Consumer<ToDesktop> desktop;

  Navigation(Lockdown lockdown, Requests requests, Consumer<ToDesktop> desktop) {
    this.lockdown = lockdown;
    this.requests = requests;
    this.desktop = desktop;
  }

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
    return !lockdown.mayLoad(main, request.getURL())
        && lockdown.refuse(Lockdown.kind(main, request.getURL()));
  }

  @Override
  public boolean onOpenURLFromTab(
      CefBrowser browser, CefFrame frame, String targetUrl, boolean userGesture) {
    return lockdown.refuse("popup");
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
    lockdown.refuse("login");
    return false;
  }

  @Override
  public boolean onCertificateError(
      CefBrowser browser, CefLoadHandler.ErrorCode error, String requestUrl, CefCallback callback) {
    lockdown.refuse("certificate");
    return false;
  }

  /** The desktop leaves the page and may open another: so it knows, and counts how often. */
  @Override
  public void onRenderProcessTerminated(
      CefBrowser browser, TerminationStatus status, int errorCode, String errorText) {
    desktop.accept(new ToDesktop.Failed("renderer-crashed", status + " " + errorCode));
  }
}
