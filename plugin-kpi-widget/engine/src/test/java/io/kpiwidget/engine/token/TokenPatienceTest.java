package io.kpiwidget.engine.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.ClientRefused;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SubjectMismatch;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenPatienceTest {

  @ParameterizedTest
  @CsvSource({
    "1, true, 3",
    "5, true, 33",
    "6, true, 61",
    "60, true, 61",
    "1, false, 3",
    "4, false, 16",
    "60, false, 16"
  })
  void passing_growsToItsCap(int failures, boolean alive, long mostSeconds) {
    var failure = new Unreachable("x", null);

    assertThat(TokenPatience.after(failure, failures, alive, 0)).hasSeconds(1);
    assertThat(TokenPatience.after(failure, failures, alive, 0.999_999))
        .isLessThanOrEqualTo(Duration.ofSeconds(mostSeconds))
        .isGreaterThan(Duration.ofSeconds(mostSeconds - 1));
  }

  @Test
  void configuration_isProbedAboutEveryQuarterOfAnHour() {
    for (var failure :
        new PlatformException[] {new ClientRefused("invalid_client"), new SubjectMismatch("x")}) {
      assertThat(TokenPatience.after(failure, 1, false, 0)).hasSeconds(810);
      assertThat(TokenPatience.after(failure, 9, false, 0.999)).isLessThan(Duration.ofSeconds(990));
      assertThat(TokenPatience.isLatched(failure)).isTrue();
    }
  }

  @Test
  void platformsOwnWish_isNeverCutShort() {
    var limited = new RateLimited(Duration.ofSeconds(100));
    var gone = new Unreachable("503", null, Optional.of(Duration.ofSeconds(100)));

    assertThat(TokenPatience.after(limited, 1, true, 0)).hasSeconds(100);
    assertThat(TokenPatience.after(gone, 1, true, 0.999))
        .isBetween(Duration.ofSeconds(100), Duration.ofSeconds(105));
  }
}
