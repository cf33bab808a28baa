package io.kpiwidget.panel;

import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.config.WidgetConfig.ViewKind;
import io.kpiwidget.engine.platform.SafeLog;
import io.kpiwidget.page.HostPages;
import io.kpiwidget.page.Origin;
import io.kpiwidget.page.Page;
import io.kpiwidget.page.PlatformShell;
import io.kpiwidget.page.Profile;
import io.kpiwidget.page.Site;
import io.kpiwidget.page.SiteException;
import io.kpiwidget.page.Titles;
import io.kpiwidget.panel.browser.BrowserView;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/**
 * A configuration with all that follows from it before the first component is made.
 *
 * @param settings for the browser process; empty where the native view stays
 * @param nativeReason why it stays: the name of a sentence, or empty
 */
record Setup(
    WidgetConfig config,
    Optional<BrowserView.Settings> settings,
    String nativeReason,
    String nativeNextStep) {

  private static final Logger log = SafeLog.of(Setup.class);

  /** The platform frame's height until its widget tells its own. */
  private static final int FALLBACK_HEIGHT = 480;

  /**
   * Decides about the browser and makes its pages. Blocks.
   *
   * @throws SiteException when a file that the configuration names cannot be used
   */
  static Setup of(WidgetConfig config, Place place, Parts parts, Locale locale, String title) {
    var plan = BrowserPlan.of(config.browser(), place.settings(), parts, Files::isRegularFile);
    if (plan instanceof BrowserPlan.Native stays) {
      return new Setup(config, Optional.empty(), stays.reason(), stays.nextStep());
    }
    // before the rest: what a person wrote is told with its place
    var messages = messages(config, place);
    try {
      var start = (BrowserPlan.Start) plan;
      return new Setup(
          config,
          Optional.of(settings(config, start, place, pages(config, messages, locale, title))),
          "",
          "");
    } catch (IllegalArgumentException e) {
      log.warn("host pages: {}", e.getMessage());
      return new Setup(config, Optional.empty(), "browser.badPages", "");
    }
  }

  /** Where the desktop lets us be; beside the configuration's file lies what it names. */
  record Place(Path dataDir, Map<String, String> settings, Path configFile) {}

  private static Profile messages(WidgetConfig config, Place place) {
    return shellOrigin(config)
        .flatMap(shell -> config.platform().messages())
        .map(name -> Profile.read(place.configFile().resolveSibling(name), "/platform/messages"))
        .orElseGet(Profile::guide);
  }

  private static BrowserView.Settings settings(
      WidgetConfig config,
      BrowserPlan.Start start,
      Place place,
      Map<String, BrowserView.Answer> pages) {
    return new BrowserView.Settings(
        start.launcher(),
        start.jar(),
        start.natives(),
        place.dataDir(),
        config.browser().hostOrigin(),
        pages,
        HostPages.refusalHeaders(),
        shellOrigin(config).map(Origin::value).stream().toList());
  }

  private static Map<String, BrowserView.Answer> pages(
      WidgetConfig config, Profile messages, Locale locale, String title) {
    var site =
        new Site(
            Origin.of(config.browser().hostOrigin()),
            shellOrigin(config)
                .map(
                    origin ->
                        PlatformShell.of(
                            origin, FALLBACK_HEIGHT, config.platform().sandbox(), messages)),
            config.view() == ViewKind.KPI,
            true,
            Titles.of(locale, title));
    return HostPages.generate(site).stream()
        .collect(
            Collectors.toMap(
                Page::path, page -> new BrowserView.Answer(page.headers(), page.body())));
  }

  /** The platform shell's origin where the browser shows it. */
  static Optional<Origin> shellOrigin(WidgetConfig config) {
    return config.view() == ViewKind.PLATFORM
        ? config.platform().shell().map(Setup::origin)
        : Optional.empty();
  }

  private static Origin origin(URI uri) {
    var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return Origin.of(uri.getScheme() + "://" + uri.getHost() + port);
  }
}
