package io.kpiwidget.engine.token;

import io.kpiwidget.engine.config.TokenConfig.Broker;
import io.kpiwidget.engine.config.TokenConfig.Browser;
import io.kpiwidget.engine.config.TokenConfig.ClientCredentials;
import io.kpiwidget.engine.config.TokenConfig.SecretRef;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** An authorization server on loopback with TLS: authorize, token and revocation endpoints. */
final class AuthorizationServer implements AutoCloseable {

  /** RFC 9113 §7. */
  private static final int INTERNAL_ERROR = 2;

  private static final HeldCertificate OURS =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

  /** Both ends' certificates; a client that has them trusts us. */
  static final HandshakeCertificates CERTIFICATES =
      new HandshakeCertificates.Builder()
          .heldCertificate(OURS)
          .addTrustedCertificate(OURS.certificate())
          .build();

  final MockWebServer server = new MockWebServer();
  final BlockingQueue<MockResponse> tokens = new LinkedBlockingQueue<>();
  final List<RecordedRequest> tokenRequests = new CopyOnWriteArrayList<>();
  final List<String> revoked = new CopyOnWriteArrayList<>();
  volatile int revocationStatus = 200;

  /** What authorize adds to the redirect after the state. */
  volatile String back = "&code=c0de";

  private final Protocol protocol;

  AuthorizationServer(Protocol protocol) throws Exception {
    this.protocol = protocol;
    server.useHttps(CERTIFICATES.sslSocketFactory());
    server.setProtocols(
        protocol == Protocol.HTTP_2
            ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)
            : List.of(Protocol.HTTP_1_1));
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            return answer(request);
          }
        });
    server.start();
  }

  private MockResponse answer(RecordedRequest request) throws InterruptedException {
    return switch (request.getUrl().encodedPath()) {
      case "/authorize" -> redirect(request.getUrl());
      case "/token" -> {
        tokenRequests.add(request);
        yield tokens.take();
      }
      case "/revoke" -> {
        revoked.add(form(request).queryParameter("token"));
        yield new MockResponse.Builder().code(revocationStatus).build();
      }
      default -> new MockResponse.Builder().code(404).build();
    };
  }

  private MockResponse redirect(HttpUrl asked) {
    var to = asked.queryParameter("redirect_uri") + "?state=" + asked.queryParameter("state");
    return new MockResponse.Builder().code(302).addHeader("Location", to + back).build();
  }

  void grants(String members) {
    answers(200, "{\"token_type\":\"Bearer\"," + members + "}");
  }

  void answers(int status, String body) {
    tokens.add(new MockResponse.Builder().code(status).body(body).build());
  }

  /** Takes a request and answers nothing, or half over HTTP/2. */
  void breaks() {
    var answer = new MockResponse.Builder().body("{\"access_token\":\"c4nary\"}");
    tokens.add(
        protocol == Protocol.HTTP_2
            ? answer.onResponseBody(new SocketEffect.CloseStream(INTERNAL_ERROR)).build()
            : answer.onResponseStart(new SocketEffect.CloseSocket()).build());
  }

  /** The parameters of the token request {@code index}. */
  HttpUrl tokenRequest(int index) {
    return form(tokenRequests.get(index));
  }

  List<String> grantTypes() {
    var types = new ArrayList<String>();
    tokenRequests.forEach(request -> types.add(form(request).queryParameter("grant_type")));
    return types;
  }

  private static HttpUrl form(RecordedRequest request) {
    return HttpUrl.get("http://form/?" + request.getBody().utf8());
  }

  URI at(String path) {
    return URI.create("https://localhost:" + server.getPort() + path);
  }

  Broker broker() {
    return new Broker(
        at("/token"),
        Optional.of("analytics"),
        List.of(),
        Optional.empty(),
        Optional.of(at("/revoke")));
  }

  Browser browser(String issuer) {
    return new Browser(
        at("/authorize"),
        at("/token"),
        "kpi",
        List.of("analytics:view"),
        Optional.of(issuer).filter(text -> !text.isEmpty()),
        Optional.of(at("/revoke")));
  }

  ClientCredentials client() {
    var secret = new SecretRef(SecretRef.Place.ENVIRONMENT, "SECRET");
    return new ClientCredentials(at("/token"), "kpi", secret, List.of("analytics:view"), false);
  }

  /** A browser that follows every redirect, as browsers do. */
  static HttpClient agent() {
    return HttpClient.newBuilder()
        .sslContext(CERTIFICATES.sslContext())
        .followRedirects(HttpClient.Redirect.ALWAYS)
        .build();
  }

  @Override
  public void close() {
    server.close();
  }
}
