package io.kpiwidget.engine.widget;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The catalogue's words in one language; English where there is no translation. The computer's own
 * language is never mixed in.
 */
final class KpiTexts {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle words;

  private KpiTexts(ResourceBundle words) {
    this.words = words;
  }

  static KpiTexts in(Locale locale) {
    var name = KpiTexts.class.getPackageName() + ".Kpis";
    return new KpiTexts(
        ResourceBundle.getBundle(name, locale, KpiTexts.class.getClassLoader(), NO_FALLBACK));
  }

  /** What the KPI is called; its own id when the catalogue does not have it. */
  String title(String id) {
    return words.containsKey(id) ? words.getString(id) : id;
  }

  /** How the figure comes about; empty when the catalogue does not have the KPI. */
  String about(String id) {
    var key = id + ".about";
    return words.containsKey(key) ? words.getString(key) : "";
  }
}
