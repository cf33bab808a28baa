package io.kpiwidget.chromium;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefFrame;
import org.cef.handler.CefRequestContextHandlerAdapter;
import org.cef.handler.CefResourceHandler;
import org.cef.handler.CefResourceRequestHandler;
import org.cef.handler.CefResourceRequestHandlerAdapter;
import org.cef.misc.BoolRef;
import org.cef.misc.StringRef;
import org.cef.network.CefRequest;
import org.cef.network.CefResponse;
import org.jspecify.annotations.Nullable;

/**
 * Decides for every request: answered by the host site, sent with the right header or none, or
 * refused.
 */
final class Requests extends CefRequestContextHandlerAdapter {

  private static final String AUTHORIZATION = "Authorization";

  private final HostSite site;
  private final Credentials credentials;
  private final Lockdown lockdown;
  private final Set<Hop> redirected = ConcurrentHashMap.newKeySet();

  /** Where a request with a token of ours was sent on to. */
  private record Hop(long request, String url) {

    static Hop of(CefRequest request) {
      return new Hop(request.getIdentifier(), request.getURL());
    }
  }

  Requests(HostSite site, Credentials credentials, Lockdown lockdown) {
    this.site = site;
    this.credentials = credentials;
    this.lockdown = lockdown;
  }

  CefResourceRequestHandler handlerFor(
      String url, @Nullable String initiator, BoolRef disableDefaultHandling) {
    if (site.holds(url)) {
      disableDefaultHandling.set(true);
      return new ToSite(initiator == null ? "null" : initiator);
    }
    return new ToNetwork();
  }

  /** Of requests that no document makes: those of workers that documents share. */
  @Override
  public CefResourceRequestHandler getResourceRequestHandler(
      CefBrowser browser,
      CefFrame frame,
      CefRequest request,
      boolean isNavigation,
      boolean isDownload,
      String requestInitiator,
      BoolRef disableDefaultHandling) {
    return handlerFor(request.getURL(), requestInitiator, disableDefaultHandling);
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

    private boolean authorized;

    /** Called again after a redirect, on another handler. */
    @Override
    public boolean onBeforeResourceLoad(CefBrowser browser, CefFrame frame, CefRequest request) {
      var header = credentials.headerFor(request.getURL());
      if (header.isPresent()) {
        request.setHeaderByName(AUTHORIZATION, header.get(), true);
        authorized = true;
        return false;
      }
      if (redirected.remove(Hop.of(request)) || carriesOurs(request)) {
        return lockdown.refuse("token-redirect");
      }
      return !lockdown.mayRequest(request.getURL()) && lockdown.refuse("resource");
    }

    private boolean carriesOurs(CefRequest request) {
      String header = request.getHeaderByName(AUTHORIZATION);
      return header != null && !header.isEmpty() && credentials.ours(header);
    }

    /** A request that had a token ends here rather than elsewhere; its next hop comes anew. */
    @Override
    public void onResourceRedirect(
        CefBrowser browser,
        CefFrame frame,
        CefRequest request,
        CefResponse response,
        StringRef newUrl) {
      if (authorized && credentials.headerFor(newUrl.get()).isEmpty()) {
        redirected.add(new Hop(request.getIdentifier(), newUrl.get()));
      }
    }

    @Override
    public void onProtocolExecution(
        CefBrowser browser, CefFrame frame, CefRequest request, BoolRef allowOsExecution) {
      allowOsExecution.set(false);
    }
  }
}
