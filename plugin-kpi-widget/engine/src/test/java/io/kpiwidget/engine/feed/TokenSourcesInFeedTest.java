package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.feed.Trouble.Code;
import io.kpiwidget.engine.platform.SecretValue;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a configured source of tokens means for the agent and the operator. */
final class TokenSourcesInFeedTest {

  private static final String BROKER =
      ", \"token\": {\"source\": \"broker\", \"url\": \"http://127.0.0.1:9/token\"}";

  private static final String BROWSER =
      """
      , "token": {"source": "browser", "authorizeUrl": "http://127.0.0.1:9/authorize",
                  "url": "http://127.0.0.1:9/token", "clientId": "kpi"}
      """;

  private static final String ACCEPTED =
      """
      , "token": {"source": "client_credentials", "url": "https://login.example/token",
                  "clientId": "c", "clientSecret": {"env": "SECRET"}, "secretOnDesktop": "accepted"}
      """;

  @Test
  void acceptedSecret_isAWarning_inTheLogOnceAndInDiagnostics() throws Exception {
    var said = new ByteArrayOutputStream();
    var before = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try (var desk = new FeedHarness(ACCEPTED)) {
      assertThat(desk.feed.metrics().details().get("warnings"))
          .isEqualTo("secret-accepted at /token/secretOnDesktop");
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8))
        .containsOnlyOnce("client secret")
        .contains("WARN")
        .doesNotContain("s3cret");
  }

  @Test
  void secretForLoopback_isNoWarning() throws Exception {
    try (var desk = new FeedHarness()) {
      assertThat(desk.feed.metrics().details()).containsEntry("warnings", "");
    }
  }

  @Test
  void browser_withoutAPerson_asksTheAgentToSignIn_andSendsNothing() throws Exception {
    try (var desk = new FeedHarness(BROWSER).watching("ann")) {
      assertThat(desk.trouble().code()).isEqualTo(Code.SIGN_IN_BROWSER);
      assertThat(desk.trouble().link()).isEmpty();
      assertThat(desk.feed.metrics().requests()).isEmpty();
    }
  }

  @Test
  void broker_withoutASession_isTheDesktopsSignIn() throws Exception {
    try (var desk = new FeedHarness(BROKER).watching("ann")) {
      assertThat(desk.trouble().code()).isEqualTo(Code.SIGN_IN);
      assertThat(desk.feed.metrics().requests()).isEmpty();
    }
  }

  @Test
  void broker_thatIsNotThere_isUnreachable() throws Exception {
    try (var desk = new FeedHarness(BROKER)) {
      desk.desktopToken = new SecretValue("session");
      desk.watching("ann");

      assertThat(desk.trouble().code()).isEqualTo(Code.REFUSED);
      assertThat(desk.feed.metrics().requests()).containsKey("POST /token");
    }
  }
}
