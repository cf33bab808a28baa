package io.kpiwidget.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StorableTest {

  @ParameterizedTest
  @ValueSource(ints = {204, 206, 301, 304, 400, 401, 403, 404, 412, 429, 500, 503})
  void statusOtherThan200And203_isNeverData(int status) {
    var answer = Told.answer(status, "Cache-Control: max-age=60");

    for (var policy : Policy.values()) {
      assertThat(Storable.FIGURES.test(answer, policy)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-age=60 | HONOUR | true",
        "private | HONOUR | true",
        "no-cache | HONOUR | true",
        "max-age=60, no-store | HONOUR | false",
        "max-age=60, no-store, must-understand | HONOUR | true",
        "no-store | FLOOR | false",
        "no-store, no-cache, must-revalidate | OVERRIDE | true",
      })
  void noStore_isObeyed_unlessOverridden(String control, Policy policy, boolean stored) {
    var answer = Told.answer(200, "Cache-Control: " + control);

    assertThat(Storable.FIGURES.test(answer, policy)).isEqualTo(stored);
  }

  @ParameterizedTest
  @CsvSource({
    "'max-age=60', true",
    "'max-age=60, must-understand', false",
    "'must-understand, no-store', false"
  })
  void statusThatIsNotUnderstood_isStored_unlessItMustBe(String control, boolean stored) {
    var storable = new Storable(status -> true, status -> status != 599);
    var answer = Told.answer(599, "Cache-Control: " + control);

    assertThat(storable.test(answer, Policy.HONOUR)).isEqualTo(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HONOUR", "OVERRIDE"})
  void answerChosenByAnything_isNotStored(Policy policy) {
    assertThat(Storable.FIGURES.test(Told.answer(200, "Vary: *"), policy)).isFalse();
  }
}
