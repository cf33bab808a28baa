package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.graalvm.polyglot.proxy.ProxyObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlatformAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9000/app/#/analytics/widget/w1?auto_refresh=true&theme=dark",
        "http://127.0.0.1:9000/app/?r=2#/analytics/widget/w1?access_token=t",
        "https://b.test/app/"
      })
  void address_onThePlatform_isTaken(String src) {
    assertThat(address(src)).isEqualTo(src);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9001/app/#/analytics/widget/w1",
        "http://127.0.0.1:9000@evil.test/app/",
        "http://user@127.0.0.1:9000/app/",
        "http://127.0.0.1:9000/app/?access_token=t#/w1",
        "http://127.0.0.1:9000/app/?%61ccess_token=t#/w1",
        "http://127.0.0.1:9000/access_token=t/",
        "http://127.0.0.1:9000/app/?access-token=t",
        "https://b.test.evil.test/app/",
        "http://127.0.0.1:9000/app/?x=%zz",
        "javascript:alert(1)",
        "/app/",
        ""
      })
  void address_elsewhereOrWithATokenForServers_isRefused(String src) {
    assertThat(address(src)).isEqualTo("null");
  }

  @Test
  void address_notAText_isRefused() {
    assertThat(
            Js.json("platform-address.js", "return m.platformAddress({}, ['https://a'], () => 1);"))
        .isEqualTo("null");
  }

  private static String address(String src) {
    ProxyExecutable parse = arguments -> parsed(arguments[0].asString());
    return Js.run(
            "platform-address.js",
            "return String(m.platformAddress(args[0], ['https://b.test', 'http://127.0.0.1:9000'],"
                + " args[1])?.address ?? null);",
            src,
            parse)
        .asString();
  }

  /** Stands in for the browser's parser, which this engine does not have. */
  private static ProxyObject parsed(String text) {
    var match =
        java.util.regex.Pattern.compile("(https?)://(?:([^/@]*)@)?([^/?#@]+)([^?#]*)([^#]*)(.*)")
            .matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException(text);
    }
    return ProxyObject.fromMap(
        Map.of(
            "origin",
            match.group(1) + "://" + match.group(3),
            "username",
            Optional.ofNullable(match.group(2)).orElse(""),
            "password",
            "",
            "pathname",
            match.group(4),
            "search",
            match.group(5),
            "href",
            text));
  }
}
