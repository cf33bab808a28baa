package io.kpiwidget.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpPlatformTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final MockWebServer server = new MockWebServer();
  private final AtomicLong nanos = new AtomicLong();
  @TempDir private Path folder;
  private HttpPlatform platform;

  @BeforeEach
  void open() throws Exception {
    server.start();
    platform = opened(NOON, 0);
  }

  /** As a plugin that is loaded at {@code now} does; {@code chance} in [0, 1). */
  private HttpPlatform opened(Instant now, double chance) {
    var clock = Clock.fixed(now, ZoneOffset.UTC);
    var time = new Time(clock, nanos::get);
    var random = chance(chance);
    return new HttpPlatform(time, new GuideDialect(base()), Pauses.in(folder, clock), random);
  }

  private static RandomGenerator chance(double chance) {
    return () -> (long) (chance * 0x1p53) << 11;
  }

  @AfterEach
  void close() {
    platform.close();
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "401, io.kpiwidget.engine.platform.PlatformException$SignInRequired",
    "403, io.kpiwidget.engine.platform.PlatformException$NotPermitted",
    "400, io.kpiwidget.engine.platform.PlatformException$NotUnderstood",
    "404, io.kpiwidget.engine.platform.PlatformException$NotUnderstood",
    "500, io.kpiwidget.engine.platform.PlatformException$Unreachable",
    "503, io.kpiwidget.engine.platform.PlatformException$Unreachable",
    "418, io.kpiwidget.engine.platform.PlatformException$BadAnswer",
    "304, io.kpiwidget.engine.platform.PlatformException$BadAnswer"
  })
  void status_isTheKindOfWhatCanBeDone(int status, Class<?> kind) {
    answer(new MockResponse.Builder().code(status).body(status == 304 ? "" : "s3cret body"));

    assertThatThrownBy(() -> platform.exchange(call()))
        .isInstanceOf(kind)
        .hasMessageNotContaining("s3cret");
    assertThat(platform.counts().statuses()).containsEntry(status, 1L);
    assertThat(platform.counts().requests()).containsEntry("GET /v2/users/me/permissions", 1L);
  }

  @Test
  void permission_isNamed() {
    answer(
        new MockResponse.Builder()
            .code(403)
            .body("{\"code\":\"missing.permission\",\"permission\":\"analytics:report:view\"}"));

    var refused = catchThrowableOfType(NotPermitted.class, () -> platform.exchange(call()));

    assertThat(refused.permission()).isEqualTo("analytics:report:view");
  }

  @Test
  void retryAfterSeconds_closesTheDoorForEverybody() throws Exception {
    answer(new MockResponse.Builder().code(429).addHeader("Retry-After", "7"));
    answer(new MockResponse.Builder().body("{}"));
    assertThatThrownBy(() -> platform.exchange(call())).isInstanceOf(RateLimited.class);

    nanos.addAndGet(Duration.ofSeconds(7).toNanos() - 1);
    assertThatThrownBy(() -> platform.exchange(call())).isInstanceOf(RateLimited.class);
    assertThat(server.getRequestCount()).isEqualTo(1);

    nanos.addAndGet(1);
    assertThat(platform.exchange(call()).status()).isEqualTo(200);
  }

  @Test
  void retryAfterDate_isReadByThePlatformsClock() {
    answer(
        new MockResponse.Builder()
            .code(429)
            .addHeader("Date", http(NOON.plusSeconds(300)))
            .addHeader("Retry-After", http(NOON.plusSeconds(340))));

    var refused = catchThrowableOfType(RateLimited.class, () -> platform.exchange(call()));

    assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(39), Duration.ofSeconds(40));
  }

  @ParameterizedTest
  @CsvSource({
    "soon, 30",
    "-5, 30",
    "121, 121",
    "3600, 3600",
    "3601, 3600",
    "99999999, 3600",
    "0, 1"
  })
  void retryAfter_oddities(String header, long seconds) {
    answer(new MockResponse.Builder().code(429).addHeader("Retry-After", header));

    var refused = catchThrowableOfType(RateLimited.class, () -> platform.exchange(call()));

    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void limitThatDoesNotSay_isHalfAMinute() {
    answer(new MockResponse.Builder().code(429));

    var refused = catchThrowableOfType(RateLimited.class, () -> platform.exchange(call()));

    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({"0, 100", "0.5, 110", "0.999999, 119"})
  void pause_isAFifthLongerAtMost_andNeverShorter(double chance, long seconds) {
    platform = opened(NOON, chance);
    answer(new MockResponse.Builder().code(429).addHeader("Retry-After", "100"));

    var refused = catchThrowableOfType(RateLimited.class, () -> platform.exchange(call()));

    assertThat(refused.retryAfter().toSeconds()).isEqualTo(seconds);
    assertThat(platform.heldBack()).isEqualTo(refused.retryAfter());
  }

  @ParameterizedTest
  @CsvSource({"API, 299, 0", "API, 300, 1", "TOKEN, 299, 0", "TOKEN, 300, 1"})
  void pluginThatIsLoadedAgain_staysOutsideRetryAfter(HttpCall.Kind kind, long later, int more) {
    answer(new MockResponse.Builder().code(429).addHeader("Retry-After", "300"));
    answer(new MockResponse.Builder().body("{}"));
    var call = kind == HttpCall.Kind.API ? call() : tokenCall();
    assertThatThrownBy(() -> platform.exchange(call)).isInstanceOf(RateLimited.class);
    platform.close();
    nanos.set(-12345); // another process counts from elsewhere

    platform = opened(NOON.plusSeconds(later), 0);
    var refused = catchThrowable(() -> platform.exchange(call));

    assertThat(refused == null).isEqualTo(more == 1);
    assertThat(server.getRequestCount()).isEqualTo(1 + more);
  }

  @Test
  void serverThatFailed_isLeftAlone_untilOneCallFindsItWell() throws Exception {
    for (int i = 0; i < 3; i++) {
      answer(new MockResponse.Builder().code(502));
      assertThatThrownBy(() -> platform.exchange(call())).isInstanceOf(Unreachable.class);
    }
    answer(new MockResponse.Builder().body("{}"));
    answer(new MockResponse.Builder().body("{}"));

    assertThatThrownBy(() -> platform.exchange(call()))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("left alone");
    assertThat(platform.heldBack()).isPositive();
    assertThat(server.getRequestCount()).isEqualTo(3);
    nanos.addAndGet(Duration.ofSeconds(4).toNanos());
    platform.exchange(call());
    platform.exchange(call());

    assertThat(server.getRequestCount()).isEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource(HttpCall.Kind.class)
  void failureThatSaysHowLong_isBelieved_byAPersonToo(HttpCall.Kind kind) throws Exception {
    answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "100"));
    answer(new MockResponse.Builder().body("{}"));
    var call = kind == HttpCall.Kind.API ? call() : tokenCall();
    var gone = catchThrowableOfType(Unreachable.class, () -> platform.exchange(call));
    assertThat(gone.retryAfter()).contains(Duration.ofSeconds(100));

    platform.retryNow();
    nanos.addAndGet(Duration.ofSeconds(100).toNanos() - 1);
    assertThatThrownBy(() -> platform.exchange(call)).isInstanceOf(RateLimited.class);
    nanos.addAndGet(1);
    assertThat(platform.exchange(call).status()).isEqualTo(200);
  }

  @Test
  void person_mayTryAServerThatFailed_once() {
    for (int i = 0; i < 4; i++) {
      answer(new MockResponse.Builder().code(502));
    }
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> platform.exchange(call())).isInstanceOf(Unreachable.class);
    }
    platform.retryNow();
    assertThatThrownBy(() -> platform.exchange(call())).isInstanceOf(Unreachable.class);
    assertThatThrownBy(() -> platform.exchange(call())).hasMessageContaining("left alone");

    assertThat(server.getRequestCount()).isEqualTo(4);
  }

  @Test
  void tokenEndpointThatFails_isItsRefreshersCare() {
    for (int i = 0; i < 4; i++) {
      answer(new MockResponse.Builder().code(502));
      assertThatThrownBy(() -> platform.exchange(tokenCall())).isInstanceOf(Unreachable.class);
    }

    assertThat(server.getRequestCount()).isEqualTo(4);
    assertThat(platform.heldBack()).isZero();
  }

  @Test
  void clockSkew_isLearntFromDate() throws Exception {
    answer(new MockResponse.Builder().addHeader("Date", http(NOON.minusSeconds(300))).body("{}"));
    platform.exchange(call());

    assertThat(platform.skew()).isBetween(Duration.ofSeconds(-301), Duration.ofSeconds(-299));
    assertThat(platform.now()).isBefore(NOON.minusSeconds(298));
  }

  @Test
  void clockSkew_isNotLearntFromAnAnswerThatLayInACache() throws Exception {
    answer(
        new MockResponse.Builder()
            .addHeader("Date", http(NOON.minusSeconds(300)))
            .addHeader("Age", "300")
            .body("{}"));
    platform.exchange(call());

    assertThat(platform.skew()).isZero();
  }

  @Test
  void linesOfOneField_areJoinedInOrder() throws Exception {
    answer(
        new MockResponse.Builder()
            .addHeader("Cache-Control", "no-store")
            .addHeader("X", "y")
            .addHeader("cache-control", "max-age=5")
            .body("{}"));

    assertThat(platform.exchange(call()).header("Cache-Control")).contains("no-store, max-age=5");
  }

  @Test
  void clocksThatAgreeWithinASecond_areLeftAlone() throws Exception {
    answer(new MockResponse.Builder().addHeader("Date", http(NOON)).body("{}"));
    platform.exchange(call());

    assertThat(platform.now()).isEqualTo(NOON);
  }

  @Test
  void redirect_isNotFollowed() {
    answer(new MockResponse.Builder().code(302).addHeader("Location", "/elsewhere"));

    assertThatThrownBy(() -> platform.exchange(call())).isInstanceOf(BadAnswer.class);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void longAnswer_isRefused() {
    answer(new MockResponse.Builder().body("x".repeat((1 << 20) + 1)));

    assertThatThrownBy(() -> platform.exchange(tokenCall()))
        .isInstanceOf(BadAnswer.class)
        .hasMessageContaining("longer");
  }

  @ParameterizedTest
  @CsvSource({"304", "412"})
  void notModified_isAnAnswerToAConditionalCall_andItsBodyIsNotRead(int status) throws Exception {
    answer(new MockResponse.Builder().code(status).addHeader("ETag", "\"a\""));

    var answer = platform.exchange(call().unless("\"a\""));

    assertThat(answer.isNotModified()).isTrue();
    assertThat(server.takeRequest().getHeaders().get("If-None-Match")).isEqualTo("\"a\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {304, 412})
  @Timeout(5)
  void notModified_withALength_isNotWaitedFor_andItsLostConnectionIsCounted(int status)
      throws Exception {
    answer(new MockResponse.Builder().code(status).setHeader("Content-Length", "20"));
    answer(new MockResponse.Builder().code(status));

    assertThat(platform.exchange(call().unless("\"a\"")).body()).isEmpty();
    platform.exchange(call().unless("\"a\""));

    assertThat(platform.counts().connectionsLost()).isEqualTo(1);
    assertThat(server.takeRequest().getConnectionIndex()).isZero();
    assertThat(server.takeRequest().getConnectionIndex()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"'0f3a-11', 0f3a-11", "'an <i>id</i>', ''"})
  void refusal_isKnownByThePlatformsOwnMark(String told, String kept) {
    answer(new MockResponse.Builder().code(403).addHeader("ININ-Correlation-Id", told));

    assertThatThrownBy(() -> platform.exchange(call())).isInstanceOf(PlatformException.class);

    assertThat(platform.counts().refused()).isEqualTo(kept);
  }

  @Test
  void nobodyThere_isUnreachable() {
    server.close();

    assertThatThrownBy(() -> platform.exchange(call())).isInstanceOf(Unreachable.class);
    assertThat(platform.counts().statuses()).containsEntry(0, 1L);
  }

  @Test
  void secrets_areInNoText() {
    var call = call().as(new SecretValue("s3cret"));

    assertThat(call.toString()).doesNotContain("s3cret");
    assertThat(new SecretValue("s3cret").toString()).doesNotContain("s3cret");
    assertThat(new SecretValue("a")).isEqualTo(new SecretValue("a")).isNotEqualTo(new Object());
  }

  @ParameterizedTest
  @CsvSource({"301", "302", "303", "307", "308"})
  void redirect_ofASecretOrAToken_isNotFollowedToAnotherHost(int status) throws Exception {
    try (var thief = new MockWebServer()) {
      thief.start();
      var answer =
          new MockResponse.Builder()
              .code(status)
              .addHeader("Location", "http://127.0.0.1:" + thief.getPort() + "/t");
      answer(answer);
      answer(answer);

      assertThatThrownBy(() -> platform.exchange(call().as(new SecretValue("c4nary"))))
          .isInstanceOf(BadAnswer.class);
      assertThatThrownBy(() -> platform.exchange(tokenCall())).isInstanceOf(BadAnswer.class);
      assertThat(thief.getRequestCount()).isZero();
    }
  }

  @Test
  void tokenEndpointsLimit_holdsForEveryAgent_untilItHasPassed() throws Exception {
    answer(new MockResponse.Builder().code(429).addHeader("Retry-After", "60"));
    answer(new MockResponse.Builder().body("{}"));
    assertThatThrownBy(() -> platform.exchange(tokenCall())).isInstanceOf(RateLimited.class);

    nanos.addAndGet(Duration.ofSeconds(60).toNanos() - 1);
    assertThatThrownBy(() -> platform.exchange(tokenCall())).isInstanceOf(RateLimited.class);
    assertThat(server.getRequestCount()).isEqualTo(1);

    nanos.addAndGet(1);
    assertThat(platform.exchange(tokenCall()).status()).isEqualTo(200);
  }

  @Test
  void tokenEndpointsLimitAndClock_areNotTheApis() {
    answer(
        new MockResponse.Builder()
            .code(429)
            .addHeader("Retry-After", "60")
            .addHeader("Date", http(NOON.plusSeconds(900))));

    assertThatThrownBy(() -> platform.exchange(tokenCall())).isInstanceOf(RateLimited.class);

    assertThat(platform.heldBack()).isZero();
    assertThat(platform.skew()).isZero();
  }

  @Test
  void failedCall_hasNoCauseThatCouldQuoteTheServer() {
    server.close();

    assertThatThrownBy(() -> platform.exchange(call().as(new SecretValue("c4nary"))))
        .isInstanceOf(Unreachable.class)
        .hasNoCause()
        .hasMessageNotContaining("c4nary");
  }

  @Test
  void closed_sendsNothing() {
    platform.close();

    assertThatThrownBy(() -> platform.exchange(call())).isInstanceOf(Unreachable.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void failures_ofThePlatform_areNotSignInOrWidget() {
    answer(new MockResponse.Builder().code(502).body("<html>"));

    assertThatThrownBy(() -> platform.exchange(call()))
        .isNotInstanceOf(SignInRequired.class)
        .isNotInstanceOf(NotUnderstood.class);
  }

  private void answer(MockResponse.Builder answer) {
    server.enqueue(answer.build());
  }

  private HttpCall call() {
    return new GuideDialect(base()).permissions();
  }

  private HttpCall tokenCall() {
    return new HttpCall(
        HttpCall.Kind.TOKEN, "GET", "/t", base().resolve("/t"), Map.of(), Optional.empty());
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  private static String http(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC));
  }
}
