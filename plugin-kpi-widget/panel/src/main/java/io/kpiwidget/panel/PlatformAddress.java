package io.kpiwidget.panel;

import io.kpiwidget.engine.platform.SecretValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of one widget in the platform's shell (guide §3). */
final class PlatformAddress {

  private PlatformAddress() {}

  /** Without a token. */
  static String of(String shellOrigin, String widgetId, Manner manner) {
    return shellOrigin
        + "/app/#/analytics/widget/"
        + coded(widgetId)
        + "?auto_refresh="
        + manner.autoRefresh()
        + "&theme="
        + (manner.dark() ? "dark" : "light");
  }

  /** How the widget is to be. */
  record Manner(boolean autoRefresh, boolean dark) {}

  /** {@code address} for a shell that is to wait for its token: it will get a message. */
  static String byMessage(String address) {
    return address + "&auth=message";
  }

  /**
   * {@code address} with the token behind its #, which no request carries; a secret from now on.
   */
  static String withToken(String address, SecretValue token) {
    return address + "&access_token=" + coded(token.reveal());
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
