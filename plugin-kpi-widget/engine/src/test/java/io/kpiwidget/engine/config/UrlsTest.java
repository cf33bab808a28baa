package io.kpiwidget.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.example.org",
        "https://api.example.org/base",
        "https://10.0.0.1:8443",
        "http://127.0.0.1:8080",
        "http://127.9.9.9",
        "http://localhost:1",
        "http://[::1]:8080",
        "HTTPS://API.EXAMPLE.ORG"
      })
  void problem_usable_none(String url) {
    assertThat(Urls.problem(url)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://api.example.org | loopback only",
        "http://127.0.0.1.example.org | loopback only",
        "http://localhost.example.org | loopback only",
        "http://127.0.0.1@example.org | no place in a URL",
        "http://0.0.0.0 | loopback only",
        "ws://localhost | http or https",
        "file:///etc/passwd | http or https",
        "javascript:alert(1) | http or https",
        "https: | not a URL",
        "https:///path | http or https",
        "api.example.org | http or https",
        "https://a/?access_token=x | access token",
        "https://a/?ACCESS_TOKEN=x | access token",
        "https://a/#x&access_token=x | access token",
        "https://a/access_token=x | access token",
        "https://a/app;Access_Token=x/ | access token",
        "https://a/%61ccess%5Ftoken=x | access token",
        "https://a/%41CCESS_TOKEN/x | access token",
        "https://a/?%61ccess_token=x | access token",
        "https://a/?a=1&aCCess%5ftoken=x | access token",
        "https://a/?access_token=x#/w1 | access token",
        "https://a/#%61ccess_token=x | access token",
        "https://a/?q=1 | no query",
        "https://a/#f | no fragment",
        "https://a/%zz | not a URL"
      })
  void problem_unusable_isNamed(String url, String problem) {
    assertThat(Urls.problem(url))
        .get()
        .extracting(Urls.Flaw::sentence)
        .asString()
        .contains(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1, true",
    "http://localhost, true",
    "http://[::1], true",
    "http://127.evil.example, false",
    "http://example.org, false",
    "http://[::2], false"
  })
  void isLoopback_byAddressNotByResolver(String url, boolean expected) {
    assertThat(Urls.isLoopback(URI.create(url))).isEqualTo(expected);
  }
}
