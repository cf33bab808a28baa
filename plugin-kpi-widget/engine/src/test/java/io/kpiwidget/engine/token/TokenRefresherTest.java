package io.kpiwidget.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.TokenGrant;
import io.kpiwidget.engine.token.TokenSource.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a refresher does beside its goals ({@link TokenGoalsTest}). */
final class TokenRefresherTest {

  private final Simulation day = new Simulation(3);

  @Test
  void token_isReusedUntilTheMargin() throws Exception {
    assertThat(day.call()).isEqualTo("t1");
    day.pass(2579);
    assertThat(day.call()).isEqualTo("t1");
    day.pass(721);
    day.call();

    assertThat(day.call()).isEqualTo("t2");
    assertThat(day.requests).hasSize(2);
    assertThat(day.heard).containsExactly("t1", "t2");
  }

  @Test
  void source_isToldWhyItIsAsked() throws Exception {
    day.tokens.keepFresh(true);
    day.call();
    day.pass(3400);
    day.tokens.replace(day.tokens.token());
    day.failure = new Unreachable("503", null);
    day.pass(3700);
    day.call();
    day.failure = null;
    day.tokens.retryNow();
    day.call();

    assertThat(day.reasons).startsWith(Reason.NONE, Reason.DUE, Reason.REJECTED);
    assertThat(day.reasons).endsWith(Reason.PERSON);
  }

  @Test
  void personsWish_isNotRemembered_whenThereIsAToken() {
    day.call();
    day.tokens.retryNow();
    day.pass(3400);
    day.call();

    assertThat(day.reasons).containsExactly(Reason.NONE, Reason.NONE);
  }

  @Test
  void rejectedToken_isReplacedOnceIn30Seconds() throws Exception {
    var first = day.tokens.token();
    day.pass(2);
    var second = day.tokens.replace(first);
    assertThat(second.reveal()).isEqualTo("t2");
    day.pass(2);

    assertThatThrownBy(() -> day.tokens.replace(second)).isInstanceOf(SignInRequired.class);
    assertThat(day.requests).hasSize(2);
    day.pass(28);

    assertThat(day.tokens.replace(second).reveal()).isEqualTo("t3");
  }

  @Test
  void rejectedToken_thatIsNotTheCurrentOne_costsNoRequest() throws Exception {
    var first = day.tokens.token();
    day.pass(2);
    day.tokens.replace(first);

    assertThat(day.tokens.replace(first).reveal()).isEqualTo("t2");
    assertThat(day.requests).hasSize(2);
  }

  @Test
  void rejectedToken_thatIsBrandNew_isNoReasonToAskForAnother() throws Exception {
    var first = day.tokens.token();
    day.pass(Duration.ofMillis(999));

    assertThatThrownBy(() -> day.tokens.replace(first)).isInstanceOf(Unreachable.class);
    assertThat(day.call()).isEqualTo("t1");
    assertThat(day.requests).hasSize(1);
  }

  @Test
  void sameTokenAgain_isNotProvenAgain() {
    var agent = new ArrayList<String>();
    var day = desktopThatSupplies("d1", agent);
    day.call();
    day.pass(200);
    day.call();

    assertThat(agent).hasSize(2);
    assertThat(day.verified).isEqualTo(1);
  }

  @Test
  void waitingForTheAgent_callersAreToldTheLink_andTheTokenLandsLater() {
    var link = URI.create("https://login.example.com/authorize?state=x");
    var held = new ArrayList<Runnable>();
    var days = new ArrayList<Simulation>();
    var waiting = new ArrayList<Runnable>();
    TokenSource browser =
        request -> {
          request.waitsForAgent(link);
          waiting.forEach(Runnable::run);
          return days.get(0).request(request);
        };
    var day = new Simulation(1, held::add, browser);
    days.add(day);
    waiting.add(() -> assertThatThrownBy(day.tokens::token).satisfies(e -> says(e, link)));
    day.mayWait = false;
    day.call();

    held.remove(0).run();

    assertThat(day.call()).isEqualTo("t1");
  }

  private static void says(Throwable failure, URI link) {
    assertThat(failure).isInstanceOf(SignInRequired.class).hasMessageNotContaining("state=x");
    assertThat(((SignInRequired) failure).link()).contains(link);
  }

  @Test
  void errorInASource_endsTheAttempt_andTellsOnlyItsKind() {
    for (var bug :
        List.of(new NoClassDefFoundError("c4nary"), new IllegalStateException("c4nary"))) {
      var day =
          new Simulation(
              1,
              Runnable::run,
              request -> {
                throw sneaky(bug);
              });
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(day.tokens::token)
            .isInstanceOf(PlatformException.BadAnswer.class)
            .hasMessageContaining(bug.getClass().getSimpleName())
            .hasMessageNotContaining("c4nary");
        day.pass(60);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Test
  void description_namesStateAndCause_neverAToken() {
    day.call();
    assertThat(day.tokens.describe()).isEqualTo("fresh");
    day.failure = new Unreachable("503", null);
    day.pass(3595);
    day.call();

    assertThat(day.tokens.describe()).startsWith("backoff, 503, next in ").doesNotContain("t1");
  }

  private static Simulation desktopThatSupplies(String token, List<String> asked) {
    var days = new ArrayList<Simulation>();
    TokenSource desktop =
        request -> {
          asked.add("asked");
          return new TokenGrant(
              new io.kpiwidget.engine.platform.SecretValue(token),
              Duration.ofMinutes(5),
              Optional.empty(),
              Optional.empty(),
              days.get(0).clock.time().now());
        };
    days.add(new Simulation(1, Runnable::run, desktop));
    return days.get(0);
  }
}
