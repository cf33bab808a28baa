package io.kpiwidget.page;

import java.util.Locale;
import java.util.Optional;

/** Sites that tests start from. */
final class Sites {

  static final Origin HOST = Origin.of("https://kpi-host.invalid");
  static final Origin PLATFORM = Origin.of("https://acme.mygenesys.com");

  private Sites() {}

  static Site both() {
    return titled("Figures");
  }

  static Site titled(String title) {
    return new Site(HOST, Optional.of(PLATFORM), true, true, title, Locale.ENGLISH, 600);
  }

  static Site kpiOnly() {
    return new Site(HOST, Optional.empty(), true, false, "Figures", Locale.ENGLISH, 600);
  }

  static Site platformOnly() {
    return new Site(HOST, Optional.of(PLATFORM), false, true, "Figures", Locale.ENGLISH, 600);
  }

  static Site in(Locale locale) {
    return new Site(HOST, Optional.of(PLATFORM), true, true, "Figures", locale, 600);
  }
}
