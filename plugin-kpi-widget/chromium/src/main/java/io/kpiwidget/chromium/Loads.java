package io.kpiwidget.chromium;

import java.util.Map;
import java.util.Optional;
import org.cef.browser.CefBrowser;
import org.cef.browser.CefFrame;
import org.cef.handler.CefLoadHandlerAdapter;

/**
 * Which frame did not load, and whose fault that is. Chromium asks about a bad certificate for the
 * main frame only, and shows an error's page in the frame of any other.
 */
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
    if (!frame.isMain()) {
      kind(error).ifPresent(lockdown::refuse);
    }
  }

  static Optional<String> kind(ErrorCode error) {
    return error.name().startsWith("ERR_CERT_")
        ? Optional.of("certificate")
        : Optional.ofNullable(
            switch (error) {
              // X-Frame-Options, or a policy's frame-ancestors, of the server
              case ERR_BLOCKED_BY_RESPONSE -> "frame-refused";
              case ERR_NAME_NOT_RESOLVED,
                  ERR_CONNECTION_REFUSED,
                  ERR_CONNECTION_RESET,
                  ERR_CONNECTION_CLOSED,
                  ERR_CONNECTION_FAILED,
                  ERR_CONNECTION_TIMED_OUT,
                  ERR_ADDRESS_UNREACHABLE,
                  ERR_INTERNET_DISCONNECTED,
                  ERR_NETWORK_CHANGED,
                  ERR_TIMED_OUT,
                  ERR_EMPTY_RESPONSE ->
                  "frame-unreachable";
              case ERR_PROXY_CONNECTION_FAILED,
                  ERR_TUNNEL_CONNECTION_FAILED,
                  ERR_PROXY_AUTH_REQUESTED ->
                  "frame-proxy";
              default -> null;
            });
  }
}
