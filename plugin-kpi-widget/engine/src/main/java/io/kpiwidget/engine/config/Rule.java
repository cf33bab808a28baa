package io.kpiwidget.engine.config;

import java.util.Locale;

/** What a file can break. The names are for people who search, and do not change. */
public enum Rule {
  // the file
  FILE_UNREADABLE,
  FILE_UNKNOWN,
  JSON,
  KEY_UNKNOWN,
  KEY_MISSING,
  KIND,
  TEXT_EMPTY,
  TEXT_TOO_LONG,
  NUMBER,
  CHOICE,
  PATH,

  // addresses and secrets
  URL,
  URL_NOT_HTTPS,
  URL_TOKEN,
  URL_USER,
  URL_QUERY,
  ORIGIN,
  ORIGIN_WILDCARD,
  SHELL_MISSING,
  SANDBOX_FLAG,
  SANDBOX_TOP_NAVIGATION,
  SANDBOX_SAME_ORIGIN,
  SCOPE,
  SECRET_IN_FILE,
  SECRET_ON_DESKTOP,
  /** The vendor has accepted it; it stays a risk. */
  SECRET_ACCEPTED(Severity.WARNING),

  // the widgets
  WIDGET_TWICE,
  WIDGETS_EMPTY,
  WIDGETS_TOO_MANY,
  WIDGET_DUPLICATE,

  // a widget
  DATA_SOURCE,
  WINDOW,
  REFRESH_TOO_OFTEN,
  REFRESH_INTERVAL,
  METRICS_EMPTY,
  METRICS_TOO_MANY,
  METRIC_NAMELESS,
  METRIC_MIXED,
  METRIC_TYPE,
  METRIC_DUPLICATE,
  KPI_UNKNOWN,
  UNIT_UNKNOWN,
  UNIT_UNFIT,
  DIRECTION,
  SIZE,
  ORDER,
  TITLE_LANGUAGE,
  TITLE_EMPTY,
  THRESHOLD_NEGATIVE,
  THRESHOLD_SHARE,
  THRESHOLD_ORDER,
  THRESHOLD_DIRECTION,

  // its filter
  FILTER_TYPE,
  FILTER_OP,
  FILTER_CLAUSES_EMPTY,
  FILTER_VALUES_EMPTY,
  FILTER_EQ,
  TIME_RANGE_ENDS,
  TIME_RANGE_ORDER,
  TIME_NOT_UTC,
  TIME_UNREADABLE,
  TIME_FIXED(Severity.WARNING),
  ID_HARD_CODED(Severity.WARNING),
  PLACEHOLDER_UNKNOWN,
  PLACEHOLDER_PART,
  PLACEHOLDER_KIND,
  PLACEHOLDER_PLACE;

  /** What a broken rule means. */
  public enum Severity {
    /** The file is refused. */
    ERROR,
    /** The file is used, and somebody should know. */
    WARNING
  }

  private final Severity severity;

  Rule() {
    this(Severity.ERROR);
  }

  Rule(Severity severity) {
    this.severity = severity;
  }

  /** The name as it is shown: {@code placeholder-unknown}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Severity severity() {
    return severity;
  }
}
