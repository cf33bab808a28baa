package io.kpiwidget.engine.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ETagsTest {

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", "W/\"a\"", "\"a,b\"", "\"a\\\"", "\"a-gzip\"", "\"\"", "bare"})
  void tag_isSentBackAsItCame(String tag) {
    assertThat(ETags.sendable(Told.answer(200, "ETag: " + tag))).contains(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"a\", \"b\"", "\"\u00fc\"", "\"a\tb\""})
  void tag_thatCannotBeSentBack_isNone(String tag) {
    assertThat(ETags.sendable(Told.answer(200, "ETag: " + tag))).isEmpty();
  }

  @Test
  void answerWithoutATag_hasNone() {
    assertThat(ETags.sendable(Told.answer(200))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"a\" | \"a\" | true",
        "W/\"a\" | \"a\" | true",
        "\"a\" | W/\"a\" | true",
        "W/\"a\" | W/\"a\" | true",
        "w/\"a\" | \"a\" | false",
        "\"a\" | \"A\" | false",
        "\"a-gzip\" | \"a\" | false",
      })
  void comparison_isWeak_andToTheByte(String a, String b, boolean equal) {
    assertThat(ETags.weaklyEqual(a, b)).isEqualTo(equal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"a\", \"b\" | \"b\" | true",
        "\"x,\"y\" | \"y\" | false",
        "\"a,b\", \"c\" | \"a,b\" | true",
        "\"a,b\" | \"a\" | false",
        "\"a\\\", \"b\" | \"b\" | true",
        "W/\"a\" | \"a\" | true",
        "* | \"a\" | true",
        "`` | \"a\" | false",
      })
  void list_namesATag(String list, String tag, boolean named) {
    assertThat(ETags.isNamed(tag, list)).isEqualTo(named);
  }
}
