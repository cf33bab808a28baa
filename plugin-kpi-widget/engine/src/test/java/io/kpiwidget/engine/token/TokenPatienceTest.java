package io.kpiwidget.engine.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.ClientRefused;
import io.kpiwidget.engine.platform.PlatformException.NoUserContext;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.SubjectMismatch;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class TokenPatienceTest {

  private static final Duration NOTHING_LEFT = Duration.ZERO;

  @ParameterizedTest
  @CsvSource({
    "1, 3600, 1, 3",
    "5, 3600, 5, 37",
    "6, 3600, 6, 61",
    "60, 3600, 7, 61",
    "60, 40, 7, 41",
    "60, 15, 7, 16",
    "60, 1, 7, 16",
    "1, 0, 1, 3",
    "4, 0, 4, 16",
    "60, 0, 7, 16"
  })
  void passing_growsToItsCap_andNotFarBeyondTheTokensEnd(
      int failures, long left, long least, long most) {
    var failure = TokenFailure.of(new Unreachable("x", null));
    var alive = Duration.ofSeconds(left);

    assertThat(TokenPatience.after(failure, failures, alive, 0)).hasSeconds(least);
    assertThat(TokenPatience.after(failure, failures, alive, 0.999_999))
        .isLessThanOrEqualTo(Duration.ofSeconds(most))
        .isGreaterThan(Duration.ofSeconds(most - 1));
  }

  @ParameterizedTest
  @MethodSource("corrections")
  void whatNeedsACorrection_isProbedAboutEveryQuarterOfAnHour(PlatformException refused) {
    var failure = TokenFailure.of(refused);

    assertThat(TokenPatience.after(failure, 1, NOTHING_LEFT, 0)).hasSeconds(810);
    assertThat(TokenPatience.after(failure, 9, NOTHING_LEFT, 0.999_999))
        .isBetween(Duration.ofSeconds(989), Duration.ofSeconds(990));
  }

  private static Stream<PlatformException> corrections() {
    return Stream.of(
        new ClientRefused("invalid_client"),
        new SubjectMismatch("x"),
        new NoUserContext("x"),
        new NotPermitted("user:read"));
  }

  @Test
  void signIn_waitsForAPerson_notForTime() {
    var failure = TokenFailure.of(SignInRequired.lasting("invalid_grant"));

    assertThat(TokenPatience.after(failure, 1, NOTHING_LEFT, 0)).isGreaterThan(Duration.ofDays(30));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 1, 2", "100, 100, 105", "900, 900, 905"})
  void serversWish_isNeverCutShort(long wait, long least, long most) {
    var wish = Duration.ofSeconds(wait);
    for (var refused :
        new PlatformException[] {
          new RateLimited(wish), new Unreachable("503", null, Optional.of(wish))
        }) {
      var failure = TokenFailure.of(refused);
      assertThat(TokenPatience.after(failure, 1, NOTHING_LEFT, 0)).hasSeconds(least);
      assertThat(TokenPatience.after(failure, 1, NOTHING_LEFT, 0.999_999))
          .isBetween(Duration.ofSeconds(least), Duration.ofSeconds(most));
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void failure_hasOneKind(PlatformException failure, Class<?> kind) {
    assertThat(TokenFailure.of(failure)).isInstanceOf(kind);
  }

  private static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(new Unreachable("x", null), TokenFailure.Transient.class),
        Arguments.of(new BadAnswer("not JSON"), TokenFailure.Transient.class),
        Arguments.of(new SignInRequired("401"), TokenFailure.Transient.class),
        Arguments.of(SignInRequired.inBrowser("x", Optional.empty()), TokenFailure.SignIn.class));
  }
}
