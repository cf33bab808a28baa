package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HostPagesTest {

  @Test
  void generate_kpiView_givesBothPages() {
    var pages = HostPages.generate(Sites.both());
    assertThat(pages).extracting(Page::path).first().isEqualTo("/index.html");
    assertThat(pages.get(1).path()).matches("/kpi\\.[0-9a-f]{12}\\.html");
  }
}

final class Sites {
  private Sites() {}

  static Site both() {
    return new Site(
        Origin.of("https://kpi-host.invalid"),
        Optional.of(Origin.of("https://acme.mygenesys.com")),
        true,
        true,
        "Figures",
        Locale.ENGLISH,
        600);
  }
}
