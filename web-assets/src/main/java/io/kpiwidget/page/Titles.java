package io.kpiwidget.page;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the pages are called, by locale: each locale has a host page of its own.
 *
 * @param byLocale in order; the first one's page stands at "/"
 */
public record Titles(Map<Locale, String> byLocale) {

  public Titles {
    byLocale = Collections.unmodifiableMap(new LinkedHashMap<>(byLocale));
  }

  /** One locale only. */
  public static Titles of(Locale locale, String title) {
    return new Titles(Map.of(locale, title));
  }
}
