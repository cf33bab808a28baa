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
 * @param fallbackHeight the platform frame's height in CSS pixels until it says its own
 */
public record Site(
    Origin hostOrigin,
    Optional<Origin> platformOrigin,
    boolean kpiView,
    boolean dataSource,
    String title,
    Locale locale,
    int fallbackHeight) {}
