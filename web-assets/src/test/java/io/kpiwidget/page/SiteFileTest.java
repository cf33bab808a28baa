package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SiteFileTest {

  @Test
  void parse_everyKey_isRead() {
    var site =
        SiteFile.parse(
            """
            {"hostOrigin":"https://kpi.vendor.example","platformOrigin":"https://acme.mygenesys.com",
             "kpiView":false,"dataSource":true,"title":"T","locale":"de-AT","fallbackHeight":300}
            """);
    assertThat(site)
        .isEqualTo(
            new Site(
                Origin.of("https://kpi.vendor.example"),
                Optional.of(Sites.PLATFORM),
                false,
                true,
                "T",
                Locale.forLanguageTag("de-AT"),
                300));
  }

  @Test
  void parse_hostOriginAlone_isTheKpiViewWithoutADataSource() {
    var site = SiteFile.parse("{\"hostOrigin\":\"https://kpi.vendor.example\"}");
    assertThat(site.kpiView()).isTrue();
    assertThat(site.dataSource()).isFalse();
    assertThat(site.platformOrigin()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|hostOrigin: missing",
        "[]|not a JSON object",
        "x{|not a JSON object",
        "{\"hostOrigin\":1}|hostOrigin: expected a text",
        "{\"hostOrigin\":\"https://a.test\",\"hostorigin\":\"x\"}|hostorigin: unknown",
        "{\"hostOrigin\":\"https://a.test\",\"kpiView\":\"yes\"}|kpiView: expected true or false",
        "{\"hostOrigin\":\"https://a.test\",\"fallbackHeight\":1.5}|fallbackHeight: expected a whole",
        "{\"hostOrigin\":\"https://a.test\",\"locale\":\"de_\"}|locale: not a language tag",
        "{\"hostOrigin\":\"https://a.test/\"}|not an origin"
      })
  void parse_badFile_saysWhatAndWhere(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SiteFile.parse(text))
        .withMessageContaining(message);
  }
}
