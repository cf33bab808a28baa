package io.kpiwidget.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpiwidget.engine.config.TokenConfig;
import io.kpiwidget.engine.config.TokenConfig.SecretRef;
import io.kpiwidget.engine.platform.HttpPlatform;
import io.kpiwidget.engine.platform.Obstacle;
import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.ClientRefused;
import io.kpiwidget.engine.platform.PlatformException.RateLimited;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.platform.TokenGrant;
import io.kpiwidget.engine.platform.TrustingPlatform;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every source on the wire: TLS, both versions of HTTP, and answers as servers really give them.
 */
@Timeout(60)
final class TokenWireTest implements TokenSources.Desk {

  /** Each ends with one request to the token endpoint. */
  enum Kind {
    BROKER,
    BROWSER,
    CLIENT_CREDENTIALS;

    TokenConfig at(AuthorizationServer server) {
      return switch (this) {
        case BROKER -> server.broker();
        case BROWSER -> server.browser("");
        case CLIENT_CREDENTIALS -> server.client();
      };
    }
  }

  private final ExecutorService background = Executors.newCachedThreadPool();
  private final Time time = new Time(Clock.systemUTC(), System::nanoTime);
  private final HttpPlatform platform = TrustingPlatform.of(time, AuthorizationServer.CERTIFICATES);

  @AfterEach
  void close() {
    platform.close();
    background.shutdownNow();
  }

  static Stream<Arguments> roads() {
    return Stream.of(Protocol.HTTP_1_1, Protocol.HTTP_2)
        .flatMap(protocol -> Stream.of(Kind.values()).map(kind -> Arguments.of(protocol, kind)));
  }

  private record Bad(int status, String body, Class<?> kind, String told) {}

  private static final Bad[] BAD = {
    new Bad(200, "<html>c4nary</html>", BadAnswer.class, "not a JSON object"),
    new Bad(200, "", BadAnswer.class, "not a JSON object"),
    new Bad(200, "[\"c4nary\"]", BadAnswer.class, "not a JSON object"),
    new Bad(200, "{\"access_token\":\"c4nary", BadAnswer.class, "not a JSON object"),
    new Bad(200, "c4nary".repeat(200_000), BadAnswer.class, "longer than 1048576"),
    new Bad(200, "{\"access_token\":\"t\",\"expires_in\":\"abc\"}", BadAnswer.class, "expires_in"),
    new Bad(200, "{\"access_token\":\"t\",\"expires_in\":0}", BadAnswer.class, "expires_in"),
    new Bad(200, "{\"access_token\":\"t\",\"expires_in\":-1}", BadAnswer.class, "expires_in"),
    new Bad(200, "{\"error\":\"invalid_scope\"}", ClientRefused.class, "invalid_scope"),
    new Bad(401, "{\"error\":\"unauthorized_client\"}", ClientRefused.class, "unauthorized"),
    new Bad(
        400,
        "{\"error\":\"invalid_target\",\"description\":\"c4nary\"}",
        ClientRefused.class,
        "invalid_target"),
    new Bad(400, "{\"error\":\"invalid_grant\"}", SignInRequired.class, ""),
    new Bad(403, "<html>c4nary</html>", BadAnswer.class, "403"),
    new Bad(503, "c4nary", Unreachable.class, "503"),
    new Bad(429, "c4nary", RateLimited.class, ""),
  };

  @ParameterizedTest
  @MethodSource("roads")
  void badAnswer_isItsKind_inOneRequest_withoutItsBody(Protocol protocol, Kind kind)
      throws Exception {
    try (var server = new AuthorizationServer(protocol)) {
      for (var bad : BAD) {
        server.tokenRequests.clear();
        server.answers(bad.status(), bad.body());

        assertThatThrownBy(() -> request(server, kind))
            .as(bad.body().substring(0, Math.min(40, bad.body().length())))
            .isInstanceOf(bad.kind())
            .hasMessageContaining(bad.told())
            .hasMessageNotContaining("c4nary");
        assertThat(server.tokenRequests).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("roads")
  void redirect_toAnotherHost_isNotFollowed_andNotRepeated(Protocol protocol, Kind kind)
      throws Exception {
    try (var server = new AuthorizationServer(protocol);
        var thief = new MockWebServer()) {
      thief.start();
      var location = "http://127.0.0.1:" + thief.getPort() + "/c4nary";
      for (int status : new int[] {301, 302, 303, 307, 308}) {
        server.tokens.add(
            new MockResponse.Builder()
                .code(status)
                .addHeader("Location", location)
                .body("{\"access_token\":\"t\"}")
                .build());

        assertThatThrownBy(() -> request(server, kind))
            .isInstanceOf(BadAnswer.class)
            .hasMessage("POST /token: redirected");
      }
      assertThat(thief.getRequestCount()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("roads")
  void connection_thatBreaks_isNotTriedTwice(Protocol protocol, Kind kind) throws Exception {
    try (var server = new AuthorizationServer(protocol)) {
      server.breaks();

      assertThatThrownBy(() -> request(server, kind)).isInstanceOf(Unreachable.class);
      // a code or a refresh token that is sent twice ends the session
      assertThat(server.tokenRequests).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void certificate_thatNobodyTrusts_getsNothing(Kind kind) throws Exception {
    try (var server = new AuthorizationServer(Protocol.HTTP_2);
        var doubtful =
            TrustingPlatform.of(
                time,
                new HandshakeCertificates.Builder().addPlatformTrustedCertificates().build())) {
      assertThatThrownBy(() -> request(server, kind, doubtful))
          .isInstanceOfSatisfying(
              Unreachable.class, e -> assertThat(e.obstacle()).isEqualTo(Obstacle.TLS));
      assertThat(server.tokenRequests).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("roads")
  void grant_comesThrough(Protocol protocol, Kind kind) throws Exception {
    try (var server = new AuthorizationServer(protocol)) {
      server.grants("\"access_token\":\"t0ken\",\"expires_in\":\"600\",\"refresh_in\":200");

      var grant = request(server, kind);

      assertThat(grant.token()).isEqualTo(new SecretValue("t0ken"));
      assertThat(grant.lifetime()).isEqualTo(Duration.ofMinutes(10));
      assertThat(grant.refreshIn()).contains(Duration.ofSeconds(200));
      assertThat(server.tokenRequests.get(0).getVersion())
          .isEqualTo(protocol == Protocol.HTTP_2 ? "HTTP/2" : "HTTP/1.1");
    }
  }

  @Test
  void broker_thatDoesNotTakeTheDesktopsSession_wantsASignInThere() throws Exception {
    try (var server = new AuthorizationServer(Protocol.HTTP_2)) {
      server.answers(400, "{\"error\":\"invalid_request\"}");

      assertThatThrownBy(() -> request(server, Kind.BROKER))
          .isInstanceOfSatisfying(
              SignInRequired.class,
              signIn -> assertThat(signIn.place()).isEqualTo(SignInRequired.Place.DESKTOP));
    }
  }

  @Test
  void broker_isGivenTheDesktopsTokenAnew_andItsRefreshTokenIsLeft() throws Exception {
    try (var server = new AuthorizationServer(Protocol.HTTP_2)) {
      var source = sources(platform).of(server.broker(), "ann");
      for (int i = 0; i < 2; i++) {
        server.grants("\"access_token\":\"t\",\"refresh_token\":\"r\"");
        source.request(new Asked(TokenSource.Reason.DUE));
      }

      assertThat(server.tokenRequest(0).queryParameter("subject_token")).isEqualTo("session-1");
      assertThat(server.tokenRequest(1).queryParameter("subject_token")).isEqualTo("session-2");
      assertThat(server.tokenRequest(1).queryParameter("audience")).isEqualTo("analytics");
      assertThat(server.grantTypes()).allMatch(type -> type.endsWith(":token-exchange"));
    }
  }

  @Test
  void broker_withoutASession_isNotAsked() throws Exception {
    sessions = -1;
    try (var server = new AuthorizationServer(Protocol.HTTP_2)) {
      assertThatThrownBy(() -> request(server, Kind.BROKER))
          .isInstanceOfSatisfying(SignInRequired.class, e -> assertThat(e.isLasting()).isFalse());
      assertThat(server.tokenRequests).isEmpty();
    }
  }

  @Test
  void secret_isLookedUpForEachRequest() throws Exception {
    try (var server = new AuthorizationServer(Protocol.HTTP_2)) {
      var source = sources(platform).of(server.client(), "ann");
      server.grants("\"access_token\":\"t\"");
      source.request(new Asked(TokenSource.Reason.NONE));
      secret = "";

      assertThatThrownBy(() -> source.request(new Asked(TokenSource.Reason.NONE)))
          .isInstanceOfSatisfying(
              ClientRefused.class, e -> assertThat(e.code()).isEqualTo("missing_secret"));
      assertThat(server.tokenRequests).hasSize(1);
      assertThat(server.tokenRequests.get(0).getHeaders().get("Authorization"))
          .startsWith("Basic ");
    }
  }

  @Test
  void desktop_isAskedForItsToken() throws Exception {
    var grant =
        sources(platform)
            .of(new TokenConfig.Desktop(), "ann")
            .request(new Asked(TokenSource.Reason.NONE));

    assertThat(grant.token()).isEqualTo(new SecretValue("session-1"));
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void revocation_isPosted_andARefusalIsTold(Protocol protocol) throws Exception {
    try (var server = new AuthorizationServer(protocol)) {
      var source = sources(platform).of(server.broker(), "ann");
      source.revoke(new SecretValue("t0ken"));
      server.revocationStatus = 503;

      assertThatThrownBy(() -> source.revoke(new SecretValue("t0ken-2")))
          .isInstanceOf(Unreachable.class)
          .hasMessageNotContaining("t0ken");
      assertThat(server.revoked).containsExactly("t0ken", "t0ken-2");
    }
  }

  private TokenGrant request(AuthorizationServer server, Kind kind) throws Exception {
    return request(server, kind, platform);
  }

  private TokenGrant request(AuthorizationServer server, Kind kind, HttpPlatform by)
      throws Exception {
    return sources(by).of(kind.at(server), "ann").request(new Asked(TokenSource.Reason.PERSON));
  }

  private TokenSources sources(HttpPlatform by) {
    return new TokenSources(by, time, background, this);
  }

  private record Asked(TokenSource.Reason reason) implements TokenSource.Request {
    @Override
    public void waitsForAgent(URI link) {}
  }

  private int sessions;
  private String secret = "s3cret";

  @Override
  public @Nullable SecretValue token() {
    return sessions < 0 ? null : new SecretValue("session-" + ++sessions);
  }

  @Override
  public @Nullable String secret(SecretRef ref) {
    return secret;
  }

  @Override
  public void openBrowser(URI link) throws Exception {
    AuthorizationServer.agent()
        .send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.discarding());
  }
}
