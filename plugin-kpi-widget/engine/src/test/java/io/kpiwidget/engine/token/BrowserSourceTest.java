package io.kpiwidget.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kpiwidget.engine.config.TokenConfig.SecretRef;
import io.kpiwidget.engine.platform.HttpPlatform;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.platform.TokenGrant;
import io.kpiwidget.engine.platform.TrustingPlatform;
import io.kpiwidget.engine.token.TokenSource.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sign-in with a browser, each time through real sockets. */
@Timeout(60)
final class BrowserSourceTest implements TokenSources.Desk {

  private static final String GRANT = "\"access_token\":\"a1\",\"refresh_token\":\"r1\"";

  private final AtomicLong nanos = new AtomicLong();
  private final Time time =
      new Time(Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC), nanos::get);
  private final HttpPlatform platform = TrustingPlatform.of(time, AuthorizationServer.CERTIFICATES);
  private final HttpClient agent = AuthorizationServer.agent();
  private final List<URI> links = new ArrayList<>();
  private final AtomicReference<Throwable> wentWrong = new AtomicReference<>();
  private AuthorizationServer server;
  private Visit visit = this::follow;
  private boolean opens = true;

  /** What a browser does with a link. */
  private interface Visit {
    void to(URI link) throws Exception;
  }

  @BeforeEach
  void open() throws Exception {
    server = new AuthorizationServer(Protocol.HTTP_1_1);
  }

  @AfterEach
  void close() {
    platform.close();
    server.close();
    assertThat(wentWrong.get()).isNull();
  }

  @Test
  void withoutAPerson_nothingIsAskedAndNoBrowserOpens() {
    var source = source("");
    for (var reason : List.of(Reason.NONE, Reason.DUE, Reason.REJECTED)) {
      var needed = catchThrowableOfType(SignInRequired.class, () -> ask(source, reason));

      assertThat(needed.place()).isEqualTo(SignInRequired.Place.BROWSER);
      assertThat(needed.isLasting()).isTrue();
      assertThat(needed.link()).isEmpty();
    }
    assertThat(links).isEmpty();
    assertThat(server.server.getRequestCount()).isZero();
  }

  @Test
  void answerWithAnotherState_isRefused_andTheRightOneIsStillTaken() throws Exception {
    server.grants(GRANT);
    visit =
        link -> {
          var forged = redirect(link) + "?code=evil&state=guessed";
          assertThat(get(forged).statusCode()).isEqualTo(400);
          assertThat(get(redirect(link) + "?code=evil").statusCode()).isEqualTo(400);
          follow(link);
        };

    assertThat(ask(source(""), Reason.PERSON).token()).isEqualTo(new SecretValue("a1"));
    assertThat(server.tokenRequest(0).queryParameter("code")).isEqualTo("c0de");
  }

  @ParameterizedTest
  @CsvSource({
    "https://issuer.example, ''",
    "https://issuer.example, https://issuer.example/",
    "https://issuer.example, https://evil.example",
    "'',                     https://evil.example"
  })
  void answerOfAnotherIssuer_endsTheSignIn_andItsCodeGoesNowhere(String configured, String told) {
    server.back = "&code=c0de" + (told.isEmpty() ? "" : "&iss=" + told);

    assertThatThrownBy(() -> ask(source(configured), Reason.PERSON))
        .isInstanceOf(SignInRequired.class)
        .hasMessageContaining("another issuer");
    assertThat(server.tokenRequests).isEmpty();
  }

  @Test
  void errorOfTheServer_isAnEndWithoutItsDescription() {
    server.back = "&error=access_denied&error_description=c4nary";

    assertThatThrownBy(() -> ask(source(""), Reason.PERSON))
        .isInstanceOfSatisfying(
            SignInRequired.class,
            e -> assertThat(e.place()).isEqualTo(SignInRequired.Place.BROWSER))
        .hasMessageContaining("access_denied")
        .hasMessageNotContaining("c4nary");
    assertThat(server.tokenRequests).isEmpty();
  }

  @Test
  void replay_findsAClosedPort() throws Exception {
    server.grants(GRANT);
    var source = source("");
    ask(source, Reason.PERSON);

    assertThatThrownBy(() -> get(redirect(links.get(0)) + "?code=c0de&state=x"))
        .isInstanceOf(ConnectException.class);
  }

  @ParameterizedTest
  @CsvSource({"119999999999, true", "120000000000, false"})
  void twoMinutes_areTheEnd(long waited, boolean inTime) throws Exception {
    server.grants(GRANT);
    visit =
        link -> {
          nanos.set(waited);
          follow(link);
        };

    if (inTime) {
      assertThat(ask(source(""), Reason.PERSON).token()).isEqualTo(new SecretValue("a1"));
    } else {
      visit = link -> nanos.set(waited);
      assertThatThrownBy(() -> ask(source(""), Reason.PERSON))
          .isInstanceOf(SignInRequired.class)
          .hasMessageContaining("two minutes");
      assertThatThrownBy(() -> get(redirect(links.get(0)))).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void interrupt_endsTheWait_andThePort() throws Exception {
    var waiting = new CountDownLatch(1);
    visit = link -> waiting.countDown();
    var failure = new AtomicReference<Throwable>();
    var flag = new AtomicReference<Boolean>();
    var thread =
        new Thread(
            () -> {
              try {
                ask(source(""), Reason.PERSON);
              } catch (Throwable e) {
                failure.set(e);
                flag.set(Thread.currentThread().isInterrupted());
              }
            });
    thread.start();
    waiting.await();
    thread.interrupt();
    thread.join();

    assertThat(failure.get()).isInstanceOf(Unreachable.class);
    assertThat(flag.get()).isTrue();
    assertThatThrownBy(() -> get(redirect(links.get(0)))).isInstanceOf(ConnectException.class);
  }

  @Test
  void browserThatCannotBeOpened_leavesALinkThatWorks() throws Exception {
    server.grants(GRANT);
    opens = false;

    assertThat(ask(source(""), Reason.PERSON).token()).isEqualTo(new SecretValue("a1"));
  }

  @Test
  void otherRequests_areRefused_andChangeNothing() throws Exception {
    server.grants(GRANT);
    visit =
        link -> {
          var right = redirect(link) + "?code=c0de&state=" + state(link);
          assertThat(send("HEAD", right).statusCode()).isEqualTo(405);
          assertThat(send("POST", right).headers().firstValue("Allow")).contains("GET");
          assertThat(get(right.replace("/callback", "/favicon.ico")).statusCode()).isEqualTo(404);
          assertThat(get(right.replace("/callback", "/callback/x")).statusCode()).isEqualTo(404);
          assertThat(raw(link, "\u0000\u0001\r\n\r\n")).startsWith("HTTP/1.1 400 ");
          follow(link);
        };

    assertThat(ask(source(""), Reason.PERSON).token()).isEqualTo(new SecretValue("a1"));
    assertThat(server.tokenRequests).hasSize(1);
  }

  @Test
  void slowSilentAndEndlessConnections_holdNobodyUp() throws Exception {
    server.grants(GRANT);
    var sockets = new ArrayList<Socket>();
    visit =
        link -> {
          for (int i = 0; i < 100; i++) {
            sockets.add(connect(link));
          }
          write(sockets.get(99), "GET /callback?co");
          write(sockets.get(98), "GET /" + "x".repeat(15_000));
          follow(link);
        };

    assertThat(ask(source(""), Reason.PERSON).token()).isEqualTo(new SecretValue("a1"));
    for (var socket : sockets) {
      socket.close();
    }
  }

  @Test
  void headThatNeverEnds_isRefused() throws Exception {
    server.grants(GRANT);
    visit =
        link -> {
          assertThat(raw(link, "x".repeat(16 * 1024))).startsWith("HTTP/1.1 431 ");
          follow(link);
        };

    ask(source(""), Reason.PERSON);
  }

  @Test
  void page_keepsNothing() throws Exception {
    server.grants(GRANT);
    var pages = new ArrayList<HttpResponse<String>>();
    visit = link -> pages.add(get(link.toString()));

    ask(source(""), Reason.PERSON);

    var headers = pages.get(0).headers();
    var body = pages.get(0).body();
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(body).doesNotContain("c0de").doesNotContain(state(links.get(0)));
    var script = body.replaceAll("(?s).*<script>(.*)</script>.*", "$1");
    assertThat(script).isEqualTo("history.replaceState(null, '', '/');");
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(sha(script)) + "'")
        .doesNotContain("unsafe");
  }

  @Test
  void signIn_isProvedByTheVerifier_onAnAddressOfLoopback() throws Exception {
    server.grants(GRANT);
    server.back = "&code=c0de&iss=https://issuer.example";
    var told = new AtomicReference<String>();
    visit =
        link -> {
          told.set(redirect(link));
          follow(link);
        };

    ask(source("https://issuer.example"), Reason.PERSON);

    var asked = HttpUrl.get(links.get(0).toString());
    var request = server.tokenRequest(0);
    assertThat(told.get()).matches("http://127\\.0\\.0\\.1:\\d+/callback");
    assertThat(request.queryParameter("redirect_uri")).isEqualTo(told.get());
    assertThat(asked.queryParameter("code_challenge_method")).isEqualTo("S256");
    var verifier = request.queryParameter("code_verifier");
    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sha(verifier)))
        .isEqualTo(asked.queryParameter("code_challenge"));
    assertThat(links.get(0).toString()).doesNotContain(verifier);
    assertThat(server.tokenRequests.get(0).getHeaders().get("Authorization")).isNull();
  }

  @Test
  void refreshToken_isRotated_andServesWithoutAPerson() throws Exception {
    var source = signedIn();
    server.grants("\"access_token\":\"a2\",\"refresh_token\":\"r2\"");
    server.grants("\"access_token\":\"a3\"");
    server.grants("\"access_token\":\"a4\"");

    assertThat(ask(source, Reason.DUE).token()).isEqualTo(new SecretValue("a2"));
    ask(source, Reason.REJECTED);
    ask(source, Reason.PERSON);

    assertThat(refreshTokens()).containsExactly("r1", "r2", "r2");
    assertThat(links).hasSize(1);
  }

  @Test
  void refreshToken_thatTheServerEnds_isDropped_andAPersonSignsInAgain() throws Exception {
    var source = signedIn();
    server.answers(400, "{\"error\":\"invalid_grant\"}");

    assertThatThrownBy(() -> ask(source, Reason.DUE))
        .isInstanceOfSatisfying(
            SignInRequired.class,
            e -> assertThat(e.place()).isEqualTo(SignInRequired.Place.BROWSER));
    assertThatThrownBy(() -> ask(source, Reason.NONE)).isInstanceOf(SignInRequired.class);
    assertThat(refreshTokens()).containsExactly("r1");

    server.grants("\"access_token\":\"a5\"");
    assertThat(ask(source, Reason.PERSON).token()).isEqualTo(new SecretValue("a5"));
    assertThat(links).hasSize(2);
  }

  @Test
  void refreshToken_isKeptThroughABadDay_andSentOnceForEachRequest() throws Exception {
    var source = signedIn();
    server.answers(503, "");
    server.breaks();
    server.grants("\"access_token\":\"a2\"");

    assertThatThrownBy(() -> ask(source, Reason.DUE)).isInstanceOf(Unreachable.class);
    assertThatThrownBy(() -> ask(source, Reason.DUE)).isInstanceOf(Unreachable.class);
    assertThat(ask(source, Reason.DUE).token()).isEqualTo(new SecretValue("a2"));

    assertThat(refreshTokens()).containsExactly("r1", "r1", "r1");
  }

  @Test
  void code_thatIsNotTaken_isASignInOfTheBrowser() {
    server.answers(400, "{\"error\":\"invalid_grant\",\"error_description\":\"c4nary\"}");

    assertThatThrownBy(() -> ask(source(""), Reason.PERSON))
        .isInstanceOfSatisfying(
            SignInRequired.class,
            e -> assertThat(e.place()).isEqualTo(SignInRequired.Place.BROWSER))
        .hasMessageNotContaining("c4nary");
  }

  @Test
  void revocation_endsBothTokens_andForgets() throws Exception {
    var source = signedIn();

    source.revoke(new SecretValue("a1"));

    assertThat(server.revoked).containsExactly("r1", "a1");
    assertThatThrownBy(() -> ask(source, Reason.DUE)).isInstanceOf(SignInRequired.class);
    assertThat(refreshTokens()).isEmpty();
  }

  @Test
  void revocation_thatFails_stillForgets_andTriesTheOther() throws Exception {
    var source = signedIn();
    server.revocationStatus = 503;

    assertThatThrownBy(() -> source.revoke(new SecretValue("a1"))).isInstanceOf(Unreachable.class);

    assertThat(server.revoked).containsExactly("r1", "a1");
    assertThatThrownBy(() -> ask(source, Reason.DUE)).isInstanceOf(SignInRequired.class);
  }

  private TokenSource signedIn() throws Exception {
    server.grants(GRANT);
    var source = source("");
    ask(source, Reason.PERSON);
    return source;
  }

  private List<String> refreshTokens() {
    var sent = new ArrayList<String>();
    for (int i = 0; i < server.tokenRequests.size(); i++) {
      var token = server.tokenRequest(i).queryParameter("refresh_token");
      if (token != null) {
        sent.add(token);
      }
    }
    return sent;
  }

  private TokenSource source(String issuer) {
    return new TokenSources(platform, time, task -> new Thread(task).start(), this)
        .of(server.browser(issuer), "ann");
  }

  private TokenGrant ask(TokenSource source, Reason reason) throws Exception {
    return source.request(new Asked(reason, links));
  }

  private record Asked(Reason reason, List<URI> links) implements TokenSource.Request {
    @Override
    public void waitsForAgent(URI link) {
      links.add(link);
    }
  }

  @Override
  public @Nullable SecretValue token() {
    return null;
  }

  @Override
  public @Nullable String secret(SecretRef ref) {
    return null;
  }

  @Override
  public void openBrowser(URI link) throws IOException {
    if (!opens) {
      new Thread(() -> visit(link)).start(); // the agent has copied it
      throw new IOException("no browser for " + link);
    }
    visit(link);
  }

  // an assertion that fails over there must end the wait over here
  private void visit(URI link) {
    try {
      assertThat(links).contains(link);
      visit.to(link);
    } catch (Throwable e) {
      wentWrong.set(e);
      nanos.addAndGet(BrowserSource.LIMIT.toNanos());
    }
  }

  private void follow(URI link) throws Exception {
    get(link.toString());
  }

  private HttpResponse<String> get(String uri) throws Exception {
    return send("GET", uri);
  }

  private HttpResponse<String> send(String method, String uri) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(uri))
            .version(HttpClient.Version.HTTP_1_1)
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return agent.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String redirect(URI link) {
    return parameter(link, "redirect_uri");
  }

  private static String state(URI link) {
    return parameter(link, "state");
  }

  private static String parameter(URI link, String name) {
    return String.valueOf(HttpUrl.get(link.toString()).queryParameter(name));
  }

  private static Socket connect(URI link) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), URI.create(redirect(link)).getPort());
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String raw(URI link, String text) throws IOException {
    try (var socket = connect(link)) {
      write(socket, text);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] sha(String text) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
