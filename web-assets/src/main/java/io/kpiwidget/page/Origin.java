package io.kpiwidget.page;

/** A web origin, compared whole. */
public record Origin(String value) {

  /** Takes the strict form only: scheme, lower-case host, port unless it is the default one. */
  public static Origin of(String text) {
    return new Origin(text);
  }
}
