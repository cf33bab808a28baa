package io.kpiwidget.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpiwidget.engine.config.TokenConfig.Browser;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.SecretValue;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SentBackTest {

  private static final SecretValue STATE = new SecretValue("s+t");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&&=",
        "code=c",
        "code=c&state=",
        "code=c&state=s+t",
        "code=c&state=S%2Bt",
        "code=c&state=s%2Bt&state=s%2Bt",
        "code=c&code=d&state=s%2Bt",
        "code=%zz&state=s%2Bt",
        "code=&state=s%2Bt",
        "state=s%2Bt",
        "error=access_denied",
        "error=access_denied&state=x"
      })
  void query_thatIsNotTheAnswer_isIgnored(String query) {
    assertThat(SentBack.of(query, STATE, config(""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.example/r,  ,                            false",
    "https://login.example/r,  https://login.example/r,     true",
    "https://login.example/r,  https://login.example/r/,    false",
    "https://login.example/r,  https://login.example/R,     false",
    "https://login.example/r,  https://evil.example,        false",
    ",                         ,                            true",
    ",                         https://login.example,       true",
    ",                         https://LOGIN.example:443/x, true",
    ",                         https://login.example:444,   false",
    ",                         http://login.example,        false",
    ",                         https://login.example.evil,  false",
    ",                         no url,                      false",
    ",                         login.example,               false"
  })
  void issuer_isComparedExactly(String configured, String told, boolean taken) throws Exception {
    var iss = told == null ? "" : "&iss=" + told.replace(" ", "%20");
    var back =
        SentBack.of("code=c&state=s%2Bt" + iss, STATE, config(configured == null ? "" : configured))
            .orElseThrow();

    if (taken) {
      assertThat(back.code()).isEqualTo(new SecretValue("c"));
    } else {
      assertThatThrownBy(back::code).isInstanceOf(SignInRequired.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"access_denied, access_denied", "%3Cb%3Ec4nary, unknown_error"})
  void error_isToldWithoutItsDescription(String error, String word) {
    var query = "state=s%2Bt&error_description=c4nary&error_uri=c4nary&error=" + error;
    var back = SentBack.of(query, STATE, config("")).orElseThrow();

    assertThatThrownBy(back::code)
        .isInstanceOfSatisfying(
            SignInRequired.class,
            e -> assertThat(e.place()).isEqualTo(SignInRequired.Place.BROWSER))
        .hasMessageContaining(word)
        .hasMessageNotContaining("c4nary");
  }

  @Test
  void error_ofAnotherIssuer_isNotEvenRead() {
    var back = SentBack.of("state=s%2Bt&error=x&iss=https://e.vil", STATE, config(""));

    assertThatThrownBy(() -> back.orElseThrow().code()).hasMessageContaining("another issuer");
  }

  @Test
  void code_isNotPrinted() {
    var back = SentBack.of("state=s%2Bt&code=c4nary", STATE, config("")).orElseThrow();

    assertThat(back.toString()).doesNotContain("c4nary");
  }

  private static Browser config(String issuer) {
    var url = URI.create("https://login.example/authorize");
    return new Browser(
        url,
        url,
        "kpi",
        List.of(),
        Optional.of(issuer).filter(text -> !text.isEmpty()),
        Optional.empty());
  }
}
