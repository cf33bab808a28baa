package io.kpiwidget.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One set of host pages.
 *
 * @param hostOrigin where the pages are served from
 * @param platform the platform's widget shell; empty for the KPI view alone
 * @param kpiView whether the KPI view's frame is there
 * @param dataSource whether the host page has an event stream behind its own origin
 * @param titles what the pages and their frames are called, by locale
 */
public record Site(
    Origin hostOrigin,
    Optional<PlatformShell> platform,
    boolean kpiView,
    boolean dataSource,
    Titles titles) {

  static final int LEAST_HEIGHT = 120;
  static final int GREATEST_HEIGHT = 4_000;

  /**
   * Checks what the two sandboxes rest on.
   *
   * @throws SiteException with everything that is wrong
   */
  public Site {
    var problems = SiteRules.check(hostOrigin, platform, kpiView, dataSource, titles);
    if (!problems.isEmpty()) {
      throw new SiteException(problems);
    }
  }

  /** The origins that frames may show, the KPI view's apart. */
  List<Origin> framed() {
    return platform
        .map(shell -> Stream.concat(shell.origins().stream(), shell.login().stream()).toList())
        .orElse(List.of());
  }
}
