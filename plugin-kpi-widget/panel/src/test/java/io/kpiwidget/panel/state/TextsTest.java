package io.kpiwidget.panel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

final class TextsTest {

  @Test
  void german_hasEverySentence() throws IOException {
    assertThat(load("Texts_de.properties").keySet()).isEqualTo(load("Texts.properties").keySet());
  }

  @Test
  void in_unknownLanguage_isEnglishWhateverTheComputerSpeaks() {
    var before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Texts.in(Locale.FRANCE).of("refresh")).isEqualTo("Refresh");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void of_apostrophe_isKept() {
    assertThat(Texts.in(Locale.UK).of("browser.noLauncher")).contains("desktop's runtime");
  }

  @Test
  void orElse_unknownKey_isTheOther() {
    assertThat(Texts.in(Locale.UK).orElse("short.unknown", "Long")).isEqualTo("Long");
  }

  private static Properties load(String name) throws IOException {
    var properties = new Properties();
    try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream(name))) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
