package io.kpiwidget.chromium;

import org.cef.browser.CefBrowser;
import org.cef.browser.CefFrame;
import org.cef.handler.CefResourceHandler;
import org.cef.handler.CefResourceRequestHandler;
import org.cef.handler.CefResourceRequestHandlerAdapter;
import org.cef.misc.BoolRef;
import org.cef.network.CefRequest;
import org.jspecify.annotations.Nullable;

/** Decides for every request: answered by the host site, or sent with the right header or none. */
final class Requests {

  private static final String AUTHORIZATION = "Authorization";

  private final HostSite site;
  private final Credentials credentials;
  private final Runnable onLeak;

  Requests(HostSite site, Credentials credentials, Runnable onLeak) {
    this.site = site;
    this.credentials = credentials;
    this.onLeak = onLeak;
  }

  CefResourceRequestHandler handlerFor(
      String url, @Nullable String initiator, BoolRef disableDefaultHandling) {
    if (site.holds(url)) {
      disableDefaultHandling.set(true);
      return new ToSite(initiator == null ? "null" : initiator);
    }
    return new ToNetwork();
  }

  private final class ToSite extends CefResourceRequestHandlerAdapter {

    private final String initiator;

    ToSite(String initiator) {
      this.initiator = initiator;
    }

    @Override
    public CefResourceHandler getResourceHandler(
        CefBrowser browser, CefFrame frame, CefRequest request) {
      return site.answer(request, initiator);
    }
  }

  private final class ToNetwork extends CefResourceRequestHandlerAdapter {

    /** Called again after each redirect, with the headers of the request before. */
    @Override
    public boolean onBeforeResourceLoad(CefBrowser browser, CefFrame frame, CefRequest request) {
      var header = credentials.headerFor(request.getURL());
      if (header.isPresent()) {
        request.setHeaderByName(AUTHORIZATION, header.get(), true);
        return false;
      }
      boolean leaks = carriesOurs(request);
      if (leaks) {
        onLeak.run();
      }
      return leaks;
    }

    private boolean carriesOurs(CefRequest request) {
      String header = request.getHeaderByName(AUTHORIZATION);
      return header != null && !header.isEmpty() && credentials.ours(header);
    }

    @Override
    public void onProtocolExecution(
        CefBrowser browser, CefFrame frame, CefRequest request, BoolRef allowOsExecution) {
      allowOsExecution.set(false);
    }
  }
}
