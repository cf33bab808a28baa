package io.kpiwidget.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The browser features that host pages and their frames go without. {@code allow=""} switches
 * nothing off: features whose default is "everyone" stay on until they are named.
 *
 * <p>The union of what Chromium 146 and 156 list; an unknown name costs a line in the console.
 */
final class Features {

  private static final List<String> NAMES =
      """
      accelerometer aria-notify attribution-reporting autoplay browsing-topics camera
      captured-surface-control ch-device-memory ch-downlink ch-dpr ch-ect
      ch-prefers-color-scheme ch-prefers-reduced-motion ch-prefers-reduced-transparency ch-rtt
      ch-save-data ch-ua ch-ua-arch ch-ua-bitness ch-ua-form-factors ch-ua-full-version
      ch-ua-full-version-list ch-ua-high-entropy-values ch-ua-mobile ch-ua-model
      ch-ua-platform ch-ua-platform-version ch-ua-wow64 ch-viewport-height ch-viewport-width
      ch-width clipboard-read clipboard-write compute-pressure
      cross-origin-isolated deferred-fetch deferred-fetch-minimal
      digital-credentials-create digital-credentials-get display-capture encrypted-media
      fullscreen gamepad geolocation gyroscope hid identity-credentials-get idle-detection
      interest-cohort join-ad-interest-group keyboard-map language-detector language-model
      local-fonts magnetometer media-playback-while-not-visible microphone midi
      on-device-speech-recognition otp-credentials payment picture-in-picture
      private-aggregation private-state-token-issuance private-state-token-redemption
      publickey-credentials-create publickey-credentials-get run-ad-auction
      screen-wake-lock serial shared-storage shared-storage-select-url speaker-selection
      storage-access summarizer sync-xhr translator unload usb window-management
      xr-spatial-tracking
      """
          .lines()
          .flatMap(line -> List.of(line.split(" ")).stream())
          .toList();

  /**
   * What guards a private network. Left out where a platform may be framed, because a platform on
   * premises (or a sandbox on loopback) is behind it, and its frame would never load. A frame of
   * another origin does not have these by default.
   */
  private static final List<String> NETWORK =
      List.of("local-network", "local-network-access", "loopback-network");

  private Features() {}

  /** The iframe's {@code allow} attribute for the platform. */
  static String ofPlatformFrame() {
    return NAMES.stream().map(name -> name + " 'none'").collect(Collectors.joining("; "));
  }

  /** The iframe's {@code allow} attribute for the KPI view. */
  static String ofKpiFrame() {
    return ofPlatformFrame()
        + NETWORK.stream().map(name -> "; " + name + " 'none'").collect(Collectors.joining());
  }

  /** The Permissions-Policy header. */
  static String header() {
    return NAMES.stream().map(name -> name + "=()").collect(Collectors.joining(", "));
  }
}
