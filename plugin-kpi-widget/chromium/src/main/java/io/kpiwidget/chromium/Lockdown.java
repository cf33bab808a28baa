package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.ToDesktop;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a page may not do. The frames' sandbox attribute and the content security policy say most of
 * it; this holds without them. Some rules keep the process alive rather than in bounds: a dialog
 * nobody can answer, or a login prompt, ends it.
 *
 * @param hostOrigin where the main frame stays
 * @param frameOrigins where other frames may be, besides
 */
record Lockdown(String hostOrigin, List<String> frameOrigins, Consumer<ToDesktop> desktop) {

  private static final int ALLOW = 1;
  private static final int BLOCK = 2;
  private static final int NEVER_PREDICT = 2;
  private static final int BLOCK_ALL_DOWNLOADS = 3;

  /** Tells the desktop. True, as most of Chromium's questions need it. */
  boolean refuse(String kind) {
    desktop.accept(new ToDesktop.Refused(kind));
    return true;
  }

  boolean mayLoad(boolean mainFrame, String url) {
    if (mainFrame || url.startsWith(hostOrigin + "/")) {
      return url.startsWith(hostOrigin + "/");
    }
    // documents without content of their own; they belong to the frame that made them
    return url.equals("about:blank")
        || url.equals("about:srcdoc")
        || frameOrigins.stream().anyMatch(origin -> url.startsWith(origin + "/"));
  }

  /** As what a document is refused that {@link #mayLoad} does not let in. */
  static String kind(boolean mainFrame, String url) {
    if (!url.startsWith("http:") && !url.startsWith("https:")) {
      return "protocol";
    }
    return mainFrame ? "navigation" : "frame";
  }

  /** Whether a request may leave. What a page made itself, and carries within, asks nobody. */
  boolean mayRequest(String url) {
    return url.startsWith("data:")
        || url.startsWith("blob:")
        || Stream.concat(Stream.of(hostOrigin), frameOrigins.stream())
            .anyMatch(origin -> url.startsWith(origin + "/"));
  }

  /**
   * Answers to permission prompts that nobody could see. The exception: without it a frame from
   * this machine or network waits for ever for a prompt of Chromium's Local Network Access.
   */
  Map<String, Object> preferences() {
    String setting = "profile.default_content_setting_values.";
    return Map.ofEntries(
        Map.entry("profile.managed_local_network_access_allowed_for_urls", List.of(hostOrigin)),
        Map.entry(setting + "geolocation", BLOCK),
        Map.entry(setting + "notifications", BLOCK),
        Map.entry(setting + "media_stream_mic", BLOCK),
        Map.entry(setting + "media_stream_camera", BLOCK),
        Map.entry(setting + "clipboard", BLOCK),
        // asked about every one, we refuse and count it; otherwise Chromium drops some unseen
        Map.entry(setting + "automatic_downloads", ALLOW),
        Map.entry(setting + "midi_sysex", BLOCK),
        // a look-up or a connection beforehand tells as much as a request
        Map.entry("net.network_prediction_options", NEVER_PREDICT),
        Map.entry("download_restrictions", BLOCK_ALL_DOWNLOADS),
        Map.entry("printing.enabled", false),
        Map.entry("credentials_enable_service", false));
  }
}
