package io.kpiwidget.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpDateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thu, 18 Aug 2050 02:01:18 UTC",
        "Thu, 18 Aug 2050 02:01:18 AEST",
        "Thu, 18 Aug 2050 02:01:18 +0000",
        "Thu, 18 Aug 50 02:01:18 GMT",
        "Thu 18 Aug 2050 02:01:18 GMT",
        "Thu, 18  Aug  2050 02:01:18 GMT",
        "Thu, 18-Aug-2050 02:01:18 GMT",
        "Thu, 18 Aug 2050 02.01.18 GMT",
        "Thu, 18 Aug 2050 2:01:18 GMT",
        "Thu, 18 Aug 2050 02:01 GMT",
        "Thu, 8 Aug 2050 02:01:18 GMT",
        "Fri, 18 Aug 2050 02:01:18 GMT",
        "Thu, 18 Aug 2050 02:01:18 GMT, Thu, 18 Aug 2050 02:01:18 GMT",
        " Thu, 18 Aug 2050 02:01:18 GMT",
        "0",
        "",
      })
  void almost_isNoDate(String text) {
    assertThat(HttpDate.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thu, 18 Aug 2050 02:01:18 GMT",
        "THU, 18 Aug 2050 02:01:18 GMT",
        "Thu, 18 AUG 2050 02:01:18 GMT",
        "Thu, 18 Aug 2050 02:01:18 gMT",
        "Thursday, 18-Aug-50 02:01:18 GMT",
        "Thu Aug 18 02:01:18 2050",
      })
  void everyForm_isRead(String text) {
    assertThat(HttpDate.parse(text)).contains(Instant.parse("2050-08-18T02:01:18Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mon Aug  8 02:01:18 2050", "Monday, 08-Aug-50 02:01:18 GMT"})
  void dayOfOneDigit_isPadded(String text) {
    assertThat(HttpDate.parse(text)).contains(Instant.parse("2050-08-08T02:01:18Z"));
  }
}
