package io.kpiwidget.panel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of one widget in the platform's shell (guide §3); never with a token. */
final class PlatformAddress {

  private PlatformAddress() {}

  static String of(String shellOrigin, String widgetId, boolean dark) {
    return shellOrigin
        + "/app/#/analytics/widget/"
        + URLEncoder.encode(widgetId, StandardCharsets.UTF_8)
        + "?auto_refresh=true&theme="
        + (dark ? "dark" : "light");
  }
}
