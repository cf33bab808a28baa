package io.kpiwidget.engine.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.TokenGrant;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenLifeTest {

  private final ManualTime clock = new ManualTime();

  @ParameterizedTest
  @CsvSource({
    "3600, 3299, fresh",
    "3600, 3300, due",
    "3600, 3594, due",
    "3600, 3595, dead",
    "300, 149, fresh",
    "300, 150, due",
    "300, 295, dead",
    "60, 29, fresh",
    "60, 30, due",
    "60, 55, dead",
    "604800, 604499, fresh",
    "604800, 604500, due"
  })
  void token_boundaries_byEitherHand(long life, long age, String expected) {
    var grant =
        new TokenGrant(
            new SecretValue("t1"),
            Duration.ofSeconds(life),
            Optional.empty(),
            Optional.empty(),
            clock.time().now());
    var token = new HeldToken(grant, TokenLife.of(grant.lifetime(), Optional.empty(), 0));

    clock.sleep(Duration.ofSeconds(age)); // the wall clock alone
    assertThat(word(token)).isEqualTo(expected);
    clock.advance(Duration.ofSeconds(age));
    clock.set(Duration.ofDays(-30)); // the steady one alone
    assertThat(word(token)).isEqualTo(expected);
  }

  private String word(HeldToken token) {
    long age = token.age(clock.time());
    if (token.isFresh(age)) {
      return "fresh";
    }
    return token.isAlive(age) ? "due" : "dead";
  }

  @Test
  void jitter_makesItEarlierOnly() {
    var life = Duration.ofHours(1);

    assertThat(TokenLife.of(life, Optional.empty(), 0).refreshAt()).hasMinutes(55);
    assertThat(TokenLife.of(life, Optional.empty(), 0.999_999).refreshAt())
        .isBetween(Duration.ofMinutes(43), Duration.ofMinutes(44));
  }

  @ParameterizedTest
  @CsvSource({"600, 600", "3000, 3000", "3300, 3300", "3400, 3300", "99999, 3300", "0, 900"})
  void serversWish_canOnlyMakeItEarlier_andNotAStorm(long refreshIn, long expected) {
    var at =
        TokenLife.of(Duration.ofHours(1), Optional.of(Duration.ofSeconds(refreshIn)), 0)
            .refreshAt();

    assertThat(at).hasSeconds(Math.max(900, expected));
  }
}
