package io.kpiwidget.panel.state;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The panel's own sentences in one language; English where there is no translation. Immutable. */
public final class Texts {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Texts(Locale locale, ResourceBundle bundle) {
    this.locale = locale;
    this.bundle = bundle;
  }

  /** The sentences for {@code locale}. The computer's own language is never mixed in. */
  public static Texts in(Locale locale) {
    var name = Texts.class.getPackageName() + ".Texts";
    return new Texts(
        locale, ResourceBundle.getBundle(name, locale, Texts.class.getClassLoader(), NO_FALLBACK));
  }

  /** The language asked for. */
  public Locale locale() {
    return locale;
  }

  /** The sentence {@code key} with {@code values} in its places. */
  public String of(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  /** The sentence {@code key}, or {@code otherwise} where there is none. */
  public String orElse(String key, String otherwise) {
    return bundle.containsKey(key) ? of(key) : otherwise;
  }
}
