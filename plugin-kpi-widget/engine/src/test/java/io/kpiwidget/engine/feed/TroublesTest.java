package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.feed.Trouble.Code;
import io.kpiwidget.engine.platform.Obstacle;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TroublesTest {

  private static final Instant LATER = Instant.parse("2026-11-23T12:00:00Z");

  private static final URI LINK = URI.create("https://login.example/authorize?state=c4nary");

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new PlatformException.SignInRequired("x"), Code.SIGN_IN, true, true),
        Arguments.of(PlatformException.SignInRequired.lasting("x"), Code.SIGN_IN, false, true),
        Arguments.of(
            PlatformException.SignInRequired.inBrowser("x", Optional.empty()),
            Code.SIGN_IN_BROWSER,
            false,
            true),
        Arguments.of(
            PlatformException.SignInRequired.inBrowser("x", Optional.of(LINK)),
            Code.SIGN_IN_BROWSER,
            false,
            true),
        Arguments.of(new PlatformException.NoUserContext("x"), Code.NO_AGENT, false, true),
        Arguments.of(new PlatformException.NotPermitted("a:b:c"), Code.PERMISSION, true, true),
        Arguments.of(new PlatformException.NotPermitted(""), Code.PERMISSION, true, true),
        Arguments.of(
            new PlatformException.RateLimited(Duration.ZERO), Code.RATE_LIMIT, true, false),
        Arguments.of(new PlatformException.Unreachable("x", null), Code.UNREACHABLE, true, false),
        Arguments.of(new PlatformException.BadAnswer("x"), Code.BAD_ANSWER, true, false),
        Arguments.of(new PlatformException.NotUnderstood("x", "/a"), Code.WIDGET, true, false),
        Arguments.of(new PlatformException.ClientRefused("c"), Code.CLIENT_SECRET, false, false),
        Arguments.of(
            new PlatformException.SubjectMismatch("x"), Code.SUBJECT_MISMATCH, false, true));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailure_hasItsCodeSentenceAndStep(
      PlatformException failure, Code code, boolean retried, boolean takesFiguresAway) {
    var trouble = Troubles.of(failure, LATER);

    assertThat(trouble.code()).isEqualTo(code);
    assertThat(trouble.sentence()).endsWith(".").doesNotContain("x:");
    assertThat(trouble.nextStep()).endsWith(".");
    assertThat(trouble.retryAt()).isEqualTo(retried ? Optional.of(LATER) : Optional.empty());
    assertThat(Troubles.takesFiguresAway(failure)).isEqualTo(takesFiguresAway);
  }

  @Test
  void signInThatWaits_hasItsLink_andPrintsItNowhere() {
    var waits = PlatformException.SignInRequired.inBrowser("x", Optional.of(LINK));

    var trouble = Troubles.of(waits, LATER);

    assertThat(trouble.link()).contains(LINK);
    assertThat(trouble.toString() + new FeedState.Unavailable(trouble)).doesNotContain("c4nary");
    assertThat(trouble.sentence() + trouble.nextStep()).doesNotContain("https");
  }

  @Test
  void badAnswer_saysWhatIsBad() {
    var failure = new PlatformException.BadAnswer("token: \"expires_in\" is missing or malformed");

    assertThat(Troubles.of(failure, LATER).sentence())
        .endsWith(" (token: \"expires_in\" is missing or malformed).");
  }

  @Test
  void permission_isNamed() {
    assertThat(
            Troubles.of(
                    new PlatformException.NotPermitted("a:b:c"),
                    LATER,
                    Optional.of("the desk, 4711"))
                .nextStep())
        .isEqualTo("Ask the desk, 4711 for the permission.");
    assertThat(Troubles.of(new PlatformException.NotPermitted("a:b:c"), LATER).sentence())
        .contains("a:b:c");
  }

  /** What an agent reads to the support desk, and what the desk can do, differs for each. */
  @Test
  void everyObstacle_hasACodeAndWordsOfItsOwn() {
    var told =
        Arrays.stream(Obstacle.values())
            .map(obstacle -> Troubles.of(Unreachable.by(obstacle, "x"), LATER))
            .toList();

    assertThat(told).extracting(Trouble::code).doesNotHaveDuplicates();
    assertThat(told).extracting(Trouble::sentence).doesNotHaveDuplicates();
    assertThat(told).extracting(Trouble::nextStep).doesNotHaveDuplicates();
    assertThat(told)
        .allMatch(each -> each.sentence().endsWith(".") && each.nextStep().endsWith("."));
    assertThat(told).filteredOn(each -> !each.code().isOffline()).hasSize(1); // the clock
  }
}
