package io.kpiwidget.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VaryTest {

  @ParameterizedTest
  @ValueSource(strings = {"*", "*, *", ", *", "*, Foo", "Foo, *"})
  void star_isUnknowable(String vary) {
    assertThat(Vary.isUnknowable(Told.answer(200, "Vary: " + vary))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Foo | Foo: 1 | Foo: 1 | true",
        "Foo | Foo: 1 | foo: 1 | true",
        "fOO | Foo: 1 | Foo: 1 | true",
        "Foo | Foo: 1 | Foo: 2 | false",
        "Foo | Foo: 1 | Bar: 1 | false",
        "Foo | Bar: 1 | Foo: 1 | false",
        "Foo | Bar: 1 | Bar: 2 | true",
        "Foo, Bar | Foo: 1 | Foo: 1 | true",
        "Foo, Bar | Foo: 1 | Bar: 1 | false",
        "Foo | Foo: 1,2 | Foo: 1 , 2 | true",
        "Foo | Foo: 1,2 | Foo: 2,1 | false",
        "Accept-Language | Accept-Language: en, de | Accept-Language: DE,en | true",
        "Accept-Language | Accept-Language: en, de | Accept-Language: en | false",
        "Authorization | Authorization: Bearer a | Authorization: Bearer b | true",
      })
  void values_choose(String vary, String first, String second, boolean same) {
    var chosen = Vary.of(Told.answer(200, "Vary: " + vary), Told.call(first));

    assertThat(chosen.matches(Told.call(second))).isEqualTo(same);
  }

  @Test
  void answerForEverybody_variesByNothing() {
    assertThat(Vary.of(Told.answer(200), Told.call("Foo: 1")).values()).isEmpty();
  }
}
