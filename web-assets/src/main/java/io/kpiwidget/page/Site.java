package io.kpiwidget.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
 * @param platformSandbox what the platform's frame is allowed, of {@link #MOST_ALLOWED}
 */
public record Site(
    Origin hostOrigin,
    Optional<Origin> platformOrigin,
    boolean kpiView,
    boolean dataSource,
    String title,
    Locale locale,
    int fallbackHeight,
    Set<String> platformSandbox) {

  /** Guide §3: what a widget shell takes; never popups, dialogs or the page above it. */
  static final List<String> MOST_ALLOWED =
      List.of("allow-scripts", "allow-same-origin", "allow-forms");

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
    platformSandbox = Set.copyOf(platformSandbox);
    require(
        MOST_ALLOWED.containsAll(platformSandbox),
        "platformSandbox allows more than " + MOST_ALLOWED + ": " + platformSandbox);
  }

  /** With the guide's own sandbox. */
  public Site(
      Origin hostOrigin,
      Optional<Origin> platformOrigin,
      boolean kpiView,
      boolean dataSource,
      String title,
      Locale locale,
      int fallbackHeight) {
    this(
        hostOrigin,
        platformOrigin,
        kpiView,
        dataSource,
        title,
        locale,
        fallbackHeight,
        Set.copyOf(MOST_ALLOWED));
  }

  /** The platform frame's {@code sandbox} attribute, written in one way. */
  String sandbox() {
    return MOST_ALLOWED.stream().filter(platformSandbox::contains).collect(Collectors.joining(" "));
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
