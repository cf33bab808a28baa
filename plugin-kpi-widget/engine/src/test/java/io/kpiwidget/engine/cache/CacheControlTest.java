package io.kpiwidget.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CacheControlTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "max-age=30 | 30",
        "MaX-aGe=30 | 30",
        "max-age=003600 | 3600",
        "max-age=\"30\" | 30",
        "max-age='30' | 0",
        "max-age=-30 | 0",
        "max-age=30.0 | 0",
        "max-age=3a | 0",
        "max-age= 30 | 0",
        "max-age= | 0",
        "max-age | 0",
        "max-age=30, max-age=20 | 20",
        "max-age=20, max-age=30 | 20",
        "max-age=30, max-age=x | 0",
        "max-age=2147483647 | 2147483647",
        "max-age=2147483648 | 2147483648",
        "max-age=2147483649 | 2147483648",
        "max-age=99999999999999999999999 | 2147483648",
        "foobar, max-age=30 | 30",
        "extension=\"max-age=3600\", max-age=1 | 1",
        "extension=\"a\\\", max-age=3600\", max-age=1 | 1",
        ", ,max-age=5,, | 5",
      })
  void maxAge_isTheFewestSeconds_orNone(String field, long seconds) {
    assertThat(CacheControl.of(field).seconds("max-age")).hasValue(seconds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | false",
        "s-maxage=30 | false",
        "max-age =30 | false",
        "extension=\"max-age=3600\" | false",
      })
  void maxAge_isNotThere(String field, boolean there) {
    assertThat(CacheControl.of(field).seconds("max-age").isPresent()).isEqualTo(there);
  }

  @Test
  void directive_isKnownInAnyCase_andWithFieldNames() {
    var control = CacheControl.of("No-StOrE, no-cache=\"a, b\", x");

    assertThat(control.has("no-store")).isTrue();
    assertThat(control.has("no-cache")).isTrue();
    assertThat(control.has("b")).isFalse();
    assertThat(control.has("private")).isFalse();
  }
}
