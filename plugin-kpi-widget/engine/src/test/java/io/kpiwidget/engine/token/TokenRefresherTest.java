package io.kpiwidget.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpiwidget.engine.platform.GuideDialect;
import io.kpiwidget.engine.platform.HttpAnswer;
import io.kpiwidget.engine.platform.HttpCall;
import io.kpiwidget.engine.platform.Platform;
import io.kpiwidget.engine.platform.PlatformException;
import io.kpiwidget.engine.platform.PlatformException.ClientRefused;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.TokenGrant;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TokenRefresherTest {

  private final ManualTime clock = new ManualTime();
  private final List<String> heard = new ArrayList<>();
  private int requests;
  private long life = 3600;
  private @Nullable PlatformException failure;
  private String subject = "ann";
  private String truth = "ann";
  private int verified;

  @Test
  void token_isReusedUntilTheMargin() throws Exception {
    var tokens = tokens(Runnable::run);
    assertThat(tokens.token().reveal()).isEqualTo("t1");

    clock.advance(Duration.ofSeconds(2930));
    assertThat(tokens.token().reveal()).isEqualTo("t1");
    clock.advance(Duration.ofSeconds(370));
    tokens.token();

    assertThat(tokens.token().reveal()).isEqualTo("t2");
    assertThat(requests).isEqualTo(2);
    assertThat(heard).containsExactly("t1", "t2");
  }

  @Test
  void dueToken_servesWhileItsSuccessorIsFetched() throws Exception {
    var held = new ArrayList<Runnable>();
    var tokens = tokens(task -> held.add(task));
    runLater(held);
    tokens.token();
    clock.advance(Duration.ofSeconds(3301));

    assertThat(tokens.token().reveal()).isEqualTo("t1");
    assertThat(tokens.token().reveal()).isEqualTo("t1");
    assertThat(held).hasSize(1);

    held.remove(0).run();
    assertThat(tokens.token().reveal()).isEqualTo("t2");
  }

  @Test
  void machineAsleep_deadTokenIsNotServed() throws Exception {
    var tokens = tokens(Runnable::run);
    tokens.token();
    clock.sleep(Duration.ofHours(2));

    assertThat(tokens.token().reveal()).isEqualTo("t2");
  }

  @Test
  void clockSetBack_deadTokenIsNotServed() throws Exception {
    var tokens = tokens(Runnable::run);
    tokens.token();
    clock.set(Duration.ofHours(-2));
    clock.advance(Duration.ofMinutes(61));

    assertThat(tokens.token().reveal()).isEqualTo("t2");
  }

  @Test
  void life_countsFromWhenTheRequestWasSent() throws Exception {
    var sent = clock.time().now();
    var tokens =
        refresher(
            why -> {
              requests++;
              if (requests == 1) {
                clock.advance(Duration.ofSeconds(40));
                return new TokenGrant(
                    new SecretValue("slow"),
                    Duration.ofSeconds(60),
                    Optional.empty(),
                    Optional.of("ann"),
                    sent);
              }
              return grant();
            },
            Runnable::run);
    tokens.token();

    clock.advance(Duration.ofSeconds(16));

    assertThat(tokens.token().reveal()).isEqualTo("t2");
  }

  @Test
  void failingEndpoint_goodTokenKeepsServing_andIsNotStormed() throws Exception {
    var tokens = tokens(Runnable::run);
    tokens.token();
    failure = new Unreachable("503", null);
    clock.advance(Duration.ofSeconds(3301));
    int failed = 0;
    for (int second = 0; second < 900; second++) {
      try {
        tokens.token();
      } catch (Unreachable e) {
        failed++;
      }
      clock.advance(Duration.ofSeconds(1));
      failure = second == 200 ? null : failure;
    }

    assertThat(failed).isZero();
    assertThat(requests).isLessThan(20);
  }

  @Test
  void endpointDown16Minutes_isAskedRarely_andGoodWithin16Seconds() throws Exception {
    var tokens = tokens(Runnable::run);
    failure = new Unreachable("503", null);
    for (int second = 0; second < 960; second++) {
      assertThatThrownBy(tokens::token).isInstanceOf(Unreachable.class);
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(requests).isLessThanOrEqualTo(120);
    failure = null;
    clock.advance(Duration.ofSeconds(16));

    assertThat(tokens.token()).isNotNull();
  }

  @Test
  void retryAfter_noRequestInside_evenForAPerson() throws Exception {
    var tokens = tokens(Runnable::run);
    failure = new RateLimited(Duration.ofMinutes(2));
    assertThatThrownBy(tokens::token).isInstanceOf(RateLimited.class);
    failure = null;
    clock.advance(Duration.ofSeconds(119));
    tokens.retryNow();
    assertThatThrownBy(tokens::token).isInstanceOf(RateLimited.class);
    assertThat(requests).isEqualTo(1);

    clock.advance(Duration.ofSeconds(6));

    assertThat(tokens.token()).isNotNull();
  }

  @Test
  void clientRefused_isLatched_untilAPersonAsks() throws Exception {
    var tokens = tokens(Runnable::run);
    failure = new ClientRefused("invalid_client");
    for (int second = 0; second < 7200; second++) {
      assertThatThrownBy(tokens::token).isInstanceOf(ClientRefused.class);
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(requests).isLessThanOrEqualTo(10);
    failure = null;

    tokens.retryNow();

    assertThat(tokens.token()).isNotNull();
  }

  @Test
  void rejectedToken_isReplacedOnceIn30Seconds() throws Exception {
    var tokens = tokens(Runnable::run);
    var first = tokens.token();
    var second = tokens.replace(first);
    assertThat(second.reveal()).isEqualTo("t2");

    assertThatThrownBy(() -> tokens.replace(second)).isInstanceOf(SignInRequired.class);
    assertThat(requests).isEqualTo(2);
    clock.advance(Duration.ofSeconds(30));

    assertThat(tokens.replace(second).reveal()).isEqualTo("t3");
  }

  @Test
  void rejectedToken_thatIsNotTheCurrentOne_costsNoRequest() throws Exception {
    var tokens = tokens(Runnable::run);
    var first = tokens.token();
    tokens.replace(first);

    assertThat(tokens.replace(first).reveal()).isEqualTo("t2");
    assertThat(requests).isEqualTo(2);
  }

  @Test
  void lateAnswer_afterWipe_landsNowhere() throws Exception {
    var held = new ArrayList<Runnable>();
    var tokens = tokens(held::add);
    runLater(held);
    tokens.token();
    clock.advance(Duration.ofSeconds(3301));
    tokens.token();

    tokens.wipe();
    held.remove(0).run();

    assertThatThrownBy(tokens::token).isInstanceOf(SignInRequired.class);
    assertThat(heard).containsExactly("t1");
    assertThat(tokens.describe()).doesNotContain("t1", "t2");
  }

  @Test
  void wrongSubject_isRefusedAndLatched() {
    subject = "bob";
    var tokens = tokens(Runnable::run);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(tokens::token).isInstanceOf(PlatformException.SubjectMismatch.class);
      clock.advance(Duration.ofSeconds(60));
    }

    assertThat(requests).isEqualTo(1);
    assertThat(heard).isEmpty();
  }

  @Test
  void echoedSubject_isNoProof_noToken() {
    truth = "service-account";
    var tokens = tokens(Runnable::run);

    assertThatThrownBy(tokens::token).isInstanceOf(PlatformException.SubjectMismatch.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void successor_isVerifiedLikeTheFirst() throws Exception {
    var tokens = tokens(Runnable::run);
    tokens.token();
    truth = "bob";
    clock.advance(Duration.ofSeconds(3301));
    tokens.token();

    assertThatThrownBy(tokens::token).isInstanceOf(PlatformException.SubjectMismatch.class);
    assertThat(heard).containsExactly("t1");
  }

  @Test
  void tokenThatComesAfterWipe_isNotEvenVerified() throws Exception {
    var held = new ArrayList<Runnable>();
    var tokens = tokens(held::add);
    runLater(held);
    tokens.token();
    int before = verified;
    clock.advance(Duration.ofSeconds(3301));
    tokens.token();

    tokens.wipe();
    held.remove(0).run();

    assertThat(verified).isEqualTo(before);
  }

  @Test
  void errorInASource_endsTheFlight_andTellsOnlyItsKind() {
    var tokens =
        refresher(
            why -> {
              throw new NoClassDefFoundError("c4nary");
            },
            Runnable::run);

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(tokens::token)
          .isInstanceOf(PlatformException.BadAnswer.class)
          .hasMessageContaining("NoClassDefFoundError")
          .hasMessageNotContaining("c4nary");
      clock.advance(Duration.ofSeconds(60));
    }
  }

  @Test
  void bugInASource_isAFailureLikeAnother() {
    var tokens =
        refresher(
            why -> {
              throw new IllegalStateException("t1 is secret");
            },
            Runnable::run);

    assertThatThrownBy(tokens::token)
        .isInstanceOf(PlatformException.BadAnswer.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void thousandCallers_cold_oneRequest() throws Exception {
    var pool = Executors.newCachedThreadPool();
    var go = new CountDownLatch(1);
    var flying = new CountDownLatch(1);
    try {
      var tokens =
          refresher(
              why -> {
                requests++;
                flying.countDown();
                awaitQuietly(go);
                return grant("t1");
              },
              pool);
      var answers = new ArrayList<Future<SecretValue>>();
      for (int i = 0; i < 1000; i++) {
        answers.add(pool.submit(tokens::token));
      }
      flying.await();
      go.countDown();
      for (var answer : answers) {
        assertThat(answer.get().reveal()).isEqualTo("t1");
      }
      assertThat(requests).isEqualTo(1);
    } finally {
      pool.shutdownNow();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // the first request must not wait for a test that waits for it
  private void runLater(List<Runnable> held) {
    inline = true;
    assertThat(held).isEmpty();
  }

  private boolean inline;

  private TokenRefresher tokens(Executor background) {
    return refresher(
        why -> {
          requests++;
          if (failure != null) {
            throw failure;
          }
          return grant("t" + requests);
        },
        task -> {
          if (inline) {
            inline = false;
            task.run();
          } else {
            background.execute(task);
          }
        });
  }

  private TokenGrant grant() {
    return grant("t" + requests);
  }

  private TokenGrant grant(String token) {
    return new TokenGrant(
        new SecretValue(token),
        Duration.ofSeconds(life),
        Optional.empty(),
        Optional.of(subject),
        clock.time().now());
  }

  private TokenRefresher refresher(TokenSource source, Executor background) {
    return new TokenRefresher(
        source,
        new SubjectCheck(new Whose(), new GuideDialect(URI.create("http://localhost")), "ann"),
        new TokenRefresher.Setup(
            clock.time(), background, new Random(3), token -> heard.add(token.reveal())));
  }

  /** Says whose a token is. */
  private final class Whose implements Platform {
    @Override
    public HttpAnswer exchange(HttpCall call) {
      verified++;
      var body = "{\"userId\":\"" + truth + "\",\"permissions\":[]}";
      return new HttpAnswer(200, Map.of(), body, clock.time().now(), clock.instant());
    }

    @Override
    public Instant now() {
      throw new AssertionError();
    }
  }
}
