package io.kpiwidget.panel;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.Font;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WarmupTest {

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "de-DE", "ar-EG", "und"})
  void run_anyLanguage_works(String language) {
    var font = new Font(Font.DIALOG, Font.PLAIN, 13);
    assertThatCode(() -> Warmup.run(Locale.forLanguageTag(language), font))
        .doesNotThrowAnyException();
  }
}
