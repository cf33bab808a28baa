package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialsTest {

  private final Credentials credentials = new Credentials();

  @BeforeEach
  void token() {
    credentials.set("https://shell.test", "s3cret");
  }

  @Test
  void exactOrigin_getsTheHeader() {
    assertThat(credentials.headerFor("https://shell.test/app/?x")).contains("Bearer s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shell.test/",
        "https://shell.test.evil.test/",
        "https://shell.test:8443/",
        "https://a.shell.test/",
        "https://shell.test@evil.test/",
        "https://evil.test/https://shell.test/",
        "https://shell.test"
      })
  void otherOrigin_getsNone(String url) {
    assertThat(credentials.headerFor(url)).isEmpty();
  }

  @Test
  void tokenTakenBack_isNotSent_butStillKnownAsOurs() {
    assertThat(credentials.headerFor("https://shell.test/")).isPresent();
    credentials.set("https://shell.test", null);
    assertThat(credentials.headerFor("https://shell.test/")).isEmpty();
    assertThat(credentials.ours("Bearer s3cret")).isTrue();
    assertThat(credentials.ours("Bearer theirs")).isFalse();
  }

  @Test
  void token_isNotPrinted() {
    assertThat(credentials.toString()).doesNotContain("s3cret");
  }
}
