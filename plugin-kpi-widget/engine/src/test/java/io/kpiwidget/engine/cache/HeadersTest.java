package io.kpiwidget.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeadersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "connection",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade"
      })
  void ofTheConnection_isNotKept(String name) {
    assertThat(Headers.kept(Map.of(name, "x", "a", "1"))).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void namedByConnection_isNotKept() {
    var headers = Map.of("connection", "A, b", "a", "1", "b", "2", "c", "3");

    assertThat(Headers.kept(headers)).isEqualTo(Map.of("c", "3"));
  }

  @Test
  void confirmation_replacesWhatItBrings_andLeavesTheRest() {
    var merged = Headers.merged(Map.of("a", "1", "b", "1", "age", "9"), Map.of("b", "2"));

    assertThat(merged).isEqualTo(Map.of("a", "1", "b", "2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"content-encoding", "content-length", "content-range", "content-type"})
  void confirmation_saysNothingOfTheBody(String name) {
    assertThat(Headers.merged(Map.of(name, "1"), Map.of(name, "2"))).isEqualTo(Map.of(name, "1"));
  }

  @Test
  void confirmation_namesItsOwnConnectionsFields() {
    var merged = Headers.merged(Map.of("a", "1"), Map.of("connection", "a", "a", "2"));

    assertThat(merged).isEqualTo(Map.of("a", "1"));
  }
}
