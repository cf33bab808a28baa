package io.kpiwidget.page;

import java.util.Locale;
import java.util.Optional;

/**
 * One set of host pages.
 *
 * @param hostOrigin where the pages are served from
 * @param platformOrigin the origin of the platform's widget shell; empty for the KPI view alone
 * @param kpiView whether the KPI view's frame is there
 * @param dataSource whether the host page has an event stream behind its own origin
 * @param title what the page and its frames are called
 * @param locale the language of the words until a snapshot names another
 * @param fallbackHeight the platform frame's height in CSS pixels until it says its own
 */
public record Site(
    Origin hostOrigin,
    Optional<Origin> platformOrigin,
    boolean kpiView,
    boolean dataSource,
    String title,
    Locale locale,
    int fallbackHeight) {

  static final int LEAST_HEIGHT = 120;
  static final int GREATEST_HEIGHT = 4_000;
  private static final int LONGEST_TITLE = 10_000;

  /**
   * Checks what the two sandboxes rest on.
   *
   * @throws IllegalArgumentException naming the value and the rule
   */
  public Site {
    require(
        kpiView || platformOrigin.isPresent(),
        "a host page needs a frame: name a platformOrigin or switch the kpiView on");
    // allow-scripts with allow-same-origin lets a frame of the page's own origin remove its sandbox
    require(
        !platformOrigin.equals(Optional.of(hostOrigin)),
        "platformOrigin must differ from hostOrigin, or the platform's frame could take off its"
            + " sandbox: "
            + hostOrigin);
    require(!title.isBlank(), "title is blank");
    require(
        title.length() <= LONGEST_TITLE,
        "title is longer than " + LONGEST_TITLE + " characters: " + title.length());
    require(
        fallbackHeight >= LEAST_HEIGHT && fallbackHeight <= GREATEST_HEIGHT,
        "fallbackHeight is not within "
            + LEAST_HEIGHT
            + " to "
            + GREATEST_HEIGHT
            + ": "
            + fallbackHeight);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
