package io.kpiwidget.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import io.kpiwidget.engine.platform.PlatformException.Unresolved;
import io.kpiwidget.engine.platform.SecretValue;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryKeyTest {

  @Test
  void key_keepsTenantsSubjectsAndPermissionsApart() throws Exception {
    var call = call("/q", "{}");

    assertThat(QueryKey.of("t", "ann", "p", call))
        .isEqualTo(QueryKey.of("t", "ann", "p", call))
        .hasSameHashCodeAs(QueryKey.of("t", "ann", "p", call))
        .isNotEqualTo(QueryKey.of("t", "bob", "p", call))
        .isNotEqualTo(QueryKey.of("t", "ann", "p2", call))
        .isNotEqualTo(QueryKey.of("u", "ann", "p", call))
        .isNotEqualTo(QueryKey.of("t", "ann", "p", call("/r", "{}")))
        .isNotEqualTo(QueryKey.of("t", "ann", "p", call("/q", "[]")));
  }

  @Test
  void key_keepsMethodsAndMediaTypesApart() throws Exception {
    var key = QueryKey.of("t", "ann", "p", typed("POST", "application/json"));

    assertThat(key)
        .isNotEqualTo(QueryKey.of("t", "ann", "p", typed("QUERY", "application/json")))
        .isNotEqualTo(QueryKey.of("t", "ann", "p", typed("POST", "application/json; v=2")));
  }

  private static HttpCall typed(String method, String type) {
    var content = Optional.of(new HttpCall.Content(type, "{}"));
    var uri = URI.create("http://localhost/q");
    return new HttpCall(HttpCall.Kind.API, method, "/q", uri, Map.of(), content);
  }

  @Test
  void nobody_hasNoKey() {
    assertThatThrownBy(() -> QueryKey.of("t", " ", "p", call("/q", "{}")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void partsOfTheKey_cannotRunIntoEachOther() throws Exception {
    var call = call("/q", "{}");

    assertThat(QueryKey.of("t", "ab", "c", call)).isNotEqualTo(QueryKey.of("t", "a", "bc", call));
  }

  @Test
  void token_isNoPartOfTheKey() throws Exception {
    var call = call("/q", "{}");

    assertThat(QueryKey.of("t", "ann", "p", call.as(new SecretValue("a"))))
        .isEqualTo(QueryKey.of("t", "ann", "p", call.as(new SecretValue("b"))));
  }

  @Test
  void orderOfParametersAndMembers_meansNothing() throws Exception {
    assertThat(QueryKey.of("t", "a", "p", call("/q?b=1&a=2", "{\"x\": 1, \"y\": [2, 1]}")))
        .isEqualTo(QueryKey.of("t", "a", "p", call("/q?a=2&b=1", "{\"y\":[2,1],\"x\":1}")))
        .isNotEqualTo(QueryKey.of("t", "a", "p", call("/q?a=2&b=1", "{\"y\":[1,2],\"x\":1}")));
  }

  @Test
  void equalHashes_areComparedToTheLetter() throws Exception {
    // "Aa" and "BB" have the same hash code
    assertThat(QueryKey.of("t", "a", "p", call("/q", "{\"v\":\"Aa\"}")))
        .hasSameHashCodeAs(QueryKey.of("t", "a", "p", call("/q", "{\"v\":\"BB\"}")))
        .isNotEqualTo(QueryKey.of("t", "a", "p", call("/q", "{\"v\":\"BB\"}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"queue\":\"{{QUEUE_ID}}\"}",
        "{\"queue\":\"{{QUEUE_ID\"}",
        "{\"queue\":\"\\u007b\\u007bQUEUE_ID}}\"}"
      })
  void holeInAQuestion_isRefused(String body) {
    assertThatThrownBy(() -> QueryKey.of("t", "a", "p", call("/q", body)))
        .isInstanceOf(Unresolved.class)
        .hasMessageContaining("QUEUE_ID");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":1}",
        "{\"o\":{\"a\":1,\"b\":2,\"a\":3}}",
        "{\"a\":9007199254740993}",
        "{\"a\":-9007199254740993}",
        "{\"a\":99999999999999999999}",
        "{\"a\":1.5}",
        "{\"a\":1e3}",
        "{\"a\":1} {}",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\":01}",
        "nil",
        "{",
        ""
      })
  void bodyThatCouldBeMistaken_isRefused(String body) {
    assertThatThrownBy(() -> QueryKey.of("t", "a", "p", call("/q", body)))
        .isInstanceOf(NotUnderstood.class)
        .hasMessageStartingWith("question not put");
  }

  @Test
  void nestingWithoutEnd_isRefused() {
    assertThatThrownBy(() -> CanonicalJson.of("[".repeat(10_000)))
        .isInstanceOf(NotUnderstood.class);
  }

  @Test
  void refusal_pointsAtThePlace() {
    assertThatThrownBy(() -> CanonicalJson.of("{\"f\":{\"v\":[1,2.5]}}"))
        .isInstanceOfSatisfying(
            NotUnderstood.class, refused -> assertThat(refused.pointer()).isEqualTo("/f/v/1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ \"b\" : 1 , \"a\" : [ true , null ] } | {\"a\":[true,null],\"b\":1}",
        "{\"a\":9007199254740992} | {\"a\":9007199254740992}",
        "{\"a\":-0} | {\"a\":0}",
        "{\"\\u20ac\":\"\\u000f\\nA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"} | {\"€\":\"\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
        "[] | []",
        "\"x\" | \"x\"",
      })
  void canonical_isOneSpelling(String json, String canonical) throws Exception {
    assertThat(CanonicalJson.of(json)).isEqualTo(canonical);
  }

  @Test
  void text_ofAKey_tellsNothing() throws Exception {
    assertThat(QueryKey.of("t", "ann", "p", call("/q", "{}")).toString())
        .doesNotContain("ann")
        .doesNotContain("/q");
  }

  private static HttpCall call(String path, String json) {
    return new HttpCall(
        HttpCall.Kind.API,
        "POST",
        "/q",
        URI.create("http://localhost" + path),
        Map.of(),
        Optional.of(new HttpCall.Content("application/json", json)));
  }
}
