package io.kpiwidget.chromium.link;

import java.time.Duration;

/** How the browser process is called; by name, so that the desktop never loads its classes. */
public final class Entry {

  public static final String MAIN_CLASS = "io.kpiwidget.chromium.BrowserProcess";

  /**
   * The first argument that makes the process install the bundle and end. Four follow: data folder,
   * plugin jar, configured bundle and mirror, or an empty text for each.
   */
  public static final String INSTALL = "install";

  /** How often the process says that it lives. */
  public static final Duration BEAT = Duration.ofSeconds(1);

  /**
   * How often each of its pages does; that costs more, as it goes through the page's own thread.
   */
  public static final Duration PAGE_BEAT = Duration.ofSeconds(2);

  private Entry() {}
}
