package io.kpiwidget.panel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AgentStateTest {

  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Break\u202e",
        "Break\n",
        "\u0000Break",
        "Break\ud800",
        "\u2066Break\u2069",
        " Break"
      })
  void text_isCleanedOfWhatTurnsOrBreaksTheLine(String raw) {
    assertThat(AgentState.of(raw, NINE).text()).isEqualTo("Break");
  }

  @ParameterizedTest
  @CsvSource({"79, 79", "80, 80", "81, 81", "10000, 81"})
  void text_isCutWithAnEllipsis(int length, int kept) {
    var text = AgentState.of("x".repeat(length), NINE).text();
    assertThat(text).hasSize(kept);
    assertThat(text.endsWith("\u2026")).isEqualTo(length > 80);
  }

  @Test
  void text_inAnyScript_staysAsItIs() {
    assertThat(AgentState.of("\u05d4\u05e4\u05e1\u05e7\u05d4 \ud83c\udf7d <b>", NINE).text())
        .isEqualTo("\u05d4\u05e4\u05e1\u05e7\u05d4 \ud83c\udf7d <b>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\u202e"})
  void withoutText_isNone(String nothing) {
    assertThat(AgentState.of(nothing, NINE)).isEqualTo(AgentState.NONE);
  }

  @Test
  void missing_isNone() {
    assertThat(AgentState.of(null, NINE)).isEqualTo(AgentState.NONE);
    assertThat(AgentState.of("Break", null).since()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "9999999999999, true", "10000000000000, false"})
  void since_outsideWhatThePageTakes_isLeftOut(long millis, boolean kept) {
    var since = Instant.ofEpochMilli(millis);
    assertThat(AgentState.of("Break", since).since().isPresent()).isEqualTo(kept);
  }

  @Test
  void since_thatIsNoMilliseconds_isLeftOut() {
    assertThat(AgentState.of("Break", Instant.MAX).since()).isEqualTo(Optional.empty());
    assertThat(AgentState.of("Break", Instant.MIN).since()).isEqualTo(Optional.empty());
  }
}
