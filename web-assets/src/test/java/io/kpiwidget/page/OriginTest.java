package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OriginTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://acme.mygenesys.com",
        "https://kpi-host.invalid",
        "https://intranet",
        "https://xn--bcher-kva.example",
        "https://a1.2b.example:8443",
        "https://h:1",
        "https://h:65535",
        "https://h:80",
        "https://localhost:8443",
        "https://127.0.0.1:8443",
        "http://127.0.0.1:9000",
        "http://127.0.0.1",
        "http://localhost:443"
      })
  void of_strictForm_isKeptAsItIs(String text) {
    assertThat(Origin.of(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "https://",
        "https://acme.mygenesys.com/",
        "https://acme.mygenesys.com/app",
        "https://acme.mygenesys.com.",
        "https://acme.mygenesys.com\n",
        "\nhttps://acme.mygenesys.com",
        " https://acme.mygenesys.com",
        "https://Acme.mygenesys.com",
        "HTTPS://acme.mygenesys.com",
        "https://*.mygenesys.com",
        "https://acme..com",
        "https://-acme.com",
        "https://acme-.com",
        "https://ac_me.com",
        "https://acm\u0435.mygenesys.com",
        "https://acme%2e.com",
        "https://user@acme.com",
        "https://acme.mygenesys.com@evil.test",
        "https://evil.test\\@acme.mygenesys.com",
        "https://acme.com?x",
        "https://acme.com#x",
        "https://acme.com:443",
        "https://acme.com:0",
        "https://acme.com:08443",
        "https://acme.com:65536",
        "https://acme.com:99999999999",
        "https://acme.com:",
        "https://10.0.0.1",
        "https://127.1",
        "https://2130706433",
        "https://0x7f.1",
        "https://[::1]",
        "http://acme.com",
        "http://127.0.0.1:80",
        "http://127.0.0.2:9000",
        "http://localhost.evil.test",
        "file://",
        "ws://localhost:1",
        "kpi://host",
        "data:text/html,x",
        "acme|x"
      })
  void of_anyOtherSpelling_isRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Origin.of(text))
        .withMessageStartingWith("not an origin in its strict form");
  }

  @Test
  void of_labelOf64_isRefused() {
    assertThat(Origin.of("https://" + "a".repeat(63) + ".com").value()).hasSize(75);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Origin.of("https://" + "a".repeat(64) + ".com"));
  }

  @Test
  void of_endlessText_isRefusedWithAShortMessage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Origin.of("https://" + "a.".repeat(100_000)))
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(400));
  }

  @Test
  void of_lineBreak_cannotForgeALogLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Origin.of("https://a\nINFO forged\u202e"))
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("\n", "\u202e"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:9000,true",
    "https://localhost,true",
    "https://localhost.example,false",
    "https://acme.com,false"
  })
  void loopback_isThisMachineOnly(String text, boolean expected) {
    assertThat(Origin.of(text).loopback()).isEqualTo(expected);
  }
}
