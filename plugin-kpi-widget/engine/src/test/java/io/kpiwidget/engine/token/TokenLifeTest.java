package io.kpiwidget.engine.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.token.TokenLife.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenLifeTest {

  @ParameterizedTest
  @CsvSource({
    "3600, 3299, FRESH",
    "3600, 3300, DUE",
    "3600, 3594, DUE",
    "3600, 3595, DEAD",
    "300, 149, FRESH",
    "300, 150, DUE",
    "300, 295, DEAD",
    "60, 29, FRESH",
    "60, 30, DUE",
    "60, 55, DEAD"
  })
  void at_boundaries(long life, long age, State expected) {
    assertThat(TokenLife.of(Duration.ofSeconds(life), 0).at(Duration.ofSeconds(age)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 10, 60, 299, 300, 301, 599, 600, 3600, 86_400, 172_800, 604_800})
  void refresh_startsBeforeTheMargin_andNeverInTheFirstQuarter(long seconds) {
    var life = Duration.ofSeconds(seconds);
    for (double spread = 0; spread < 1; spread += 0.1) {
      var at = TokenLife.of(life, spread).refreshAt();

      assertThat(at).isGreaterThanOrEqualTo(life.dividedBy(4));
      assertThat(at)
          .isLessThanOrEqualTo(
              life.dividedBy(2).compareTo(life.minusSeconds(300)) > 0
                  ? life.dividedBy(2)
                  : life.minusSeconds(300));
    }
  }

  @Test
  void jitter_makesItEarlierOnly() {
    var life = Duration.ofHours(1);

    assertThat(TokenLife.of(life, 0.999).refreshAt())
        .isLessThan(TokenLife.of(life, 0).refreshAt())
        .isGreaterThan(Duration.ofMinutes(48));
  }
}
