package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedactedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at https://a.test/app/#/w?access_token=T1 now | at https://a.test/app/… now",
        "Authorization: Bearer abc.def | Authorization: Bearer …",
        "x access_token=T1&y | x access_token=…&y",
        "plain text, no more? | plain text, no more?"
      })
  void text_keepsNoToken(String raw, String shown) {
    assertThat(Redacted.text(raw)).isEqualTo(shown);
  }

  @Test
  void longText_isCut() {
    assertThat(Redacted.text("a".repeat(9999))).hasSizeLessThan(600);
  }
}
