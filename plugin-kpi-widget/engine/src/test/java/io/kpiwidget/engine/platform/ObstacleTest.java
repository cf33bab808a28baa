package io.kpiwidget.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ObstacleTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void unknownName_isDns() {
    assertThat(met("https://platform.invalid", client -> client)).isEqualTo(Obstacle.DNS);
  }

  @Test
  void closedPort_isRefused() {
    var address = server.url("/").toString();
    server.close();

    assertThat(met(address, client -> client)).isEqualTo(Obstacle.REFUSED);
  }

  @Test
  void silence_isATimeout() {
    var impatient = Duration.ofMillis(50);
    server.enqueue(new MockResponse.Builder().headersDelay(1, TimeUnit.MINUTES).build());

    assertThat(met(server.url("/").toString(), client -> client.readTimeout(impatient)))
        .isEqualTo(Obstacle.TIMEOUT);
    assertThat(Obstacle.of(new SocketTimeoutException("connect"))).isEqualTo(Obstacle.TIMEOUT);
  }

  @Test
  void strangersCertificate_isTls() {
    var held = new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    serve(held);

    assertThat(met(server.url("/").toString(), client -> client)).isEqualTo(Obstacle.TLS);
  }

  /** A clock that is slow makes a new certificate one of tomorrow, and a fast one an old one. */
  @ParameterizedTest
  @ValueSource(ints = {-3, 1})
  void certificateOfAnotherTime_isTheClock(int days) {
    var root = new HeldCertificate.Builder().certificateAuthority(0).build();
    var from = Instant.now().plus(DAY.multipliedBy(days));
    var leaf =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName(server.getHostName())
            .validityInterval(from.toEpochMilli(), from.plus(DAY).toEpochMilli())
            .signedBy(root)
            .build();
    serve(leaf);
    var trust =
        new HandshakeCertificates.Builder().addTrustedCertificate(root.certificate()).build();

    var met =
        met(
            server.url("/").toString(),
            client -> client.sslSocketFactory(trust.sslSocketFactory(), trust.trustManager()));

    assertThat(met).isEqualTo(Obstacle.CLOCK);
  }

  @ParameterizedTest
  @ValueSource(ints = {407, 403, 502})
  void proxyThatOpensNoTunnel_isTheProxy(int status) {
    server.enqueue(new MockResponse.Builder().code(status).build());

    assertThat(met("https://platform.invalid", this::throughServer)).isEqualTo(Obstacle.PROXY);
  }

  @Test
  void proxyThatWantsAPassword_isTheProxy() {
    server.enqueue(new MockResponse.Builder().code(407).build());

    assertThat(met("http://platform.invalid", this::throughServer)).isEqualTo(Obstacle.PROXY);
  }

  @Test
  void serversFault_isItsOwn() {
    server.enqueue(new MockResponse.Builder().code(503).build());

    assertThat(met(server.url("/").toString(), client -> client)).isEqualTo(Obstacle.FAULT);
  }

  @Test
  void anythingElse_isUnknown() {
    assertThat(Obstacle.of(new IOException("unexpected end of stream")))
        .isEqualTo(Obstacle.UNKNOWN);
  }

  private OkHttpClient.Builder throughServer(OkHttpClient.Builder client) {
    return client.proxy(
        new Proxy(Proxy.Type.HTTP, new InetSocketAddress(server.getHostName(), server.getPort())));
  }

  private void serve(HeldCertificate held) {
    var certificates = new HandshakeCertificates.Builder().heldCertificate(held).build();
    server.useHttps(certificates.sslSocketFactory());
  }

  private static Obstacle met(String address, UnaryOperator<OkHttpClient.Builder> client) {
    var dialect = new GuideDialect(URI.create(address));
    var time = new Time(Clock.systemUTC(), System::nanoTime);
    var platform = new HttpPlatform(time, dialect, Pauses.none(), new Random(1), client);
    try {
      return catchThrowableOfType(Unreachable.class, () -> platform.exchange(dialect.queues("ann")))
          .obstacle();
    } finally {
      platform.close();
    }
  }
}
