package io.kpiwidget.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.NotPermitted;
import io.kpiwidget.engine.platform.PlatformException.NotUnderstood;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpPlatformTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final MockWebServer server = new MockWebServer();
  private final AtomicLong nanos = new AtomicLong();
  private HttpPlatform platform;

  @BeforeEach
  void open() throws Exception {
    server.start();
    var time = new Time(Clock.fixed(NOON, ZoneOffset.UTC), nanos::get);
    platform = new HttpPlatform(time, new GuideDialect(base()));
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
  @CsvSource({"soon, 30", "-5, 30", "119, 119", "121, 120", "99999999, 120", "0, 0"})
  void retryAfter_oddities(String header, long seconds) {
    answer(new MockResponse.Builder().code(429).addHeader("Retry-After", header));

    var refused = catchThrowableOfType(RateLimited.class, () -> platform.exchange(call()));

    assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
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

  @Test
  @Timeout(5)
  void notModified_withALength_isNotWaitedFor() throws Exception {
    answer(new MockResponse.Builder().code(304).setHeader("Content-Length", "20"));

    assertThat(platform.exchange(call().unless("\"a\"")).body()).isEmpty();
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
