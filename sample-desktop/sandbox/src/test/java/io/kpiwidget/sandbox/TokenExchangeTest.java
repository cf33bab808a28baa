package io.kpiwidget.sandbox;

import static io.kpiwidget.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 8693 as a broker speaks it. */
final class TokenExchangeTest {
  private static final String PERMISSIONS = "/v2/users/me/permissions";
  private static MovableClock clock;
  private static Sandbox sandbox;
  private static SandboxClient client;
  private String agent;
  private String session;

  @BeforeAll
  static void start() {
    clock = new MovableClock("2026-11-23T12:00:00Z");
    sandbox = Sandbox.start(SandboxOptions.defaults().clock(clock));
    client = new SandboxClient(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void signIn() throws Exception {
    client.control("POST", "/control/subject", "{'mode':'honest'}");
    agent = sandbox.agents().get(0).id();
    session = client.session(agent);
  }

  @ParameterizedTest
  @CsvSource({
    "subject_token_type, urn:ietf:params:oauth:token-type:id_token, invalid_request",
    "requested_token_type, urn:ietf:params:oauth:token-type:refresh_token, invalid_request",
    "audience, payroll-api, invalid_target",
    "scope, everything, invalid_scope"
  })
  void parameter_notToBeHad_isRefusedAsTheRfcSays(String name, String value, String error)
      throws Exception {
    var answer = client.exchange(session, name, value);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("error").getAsString()).isEqualTo(error);
  }

  @Test
  void parameter_repeated_isAnInvalidRequest() throws Exception {
    var answer = client.exchange(session, "scope", "user:read", "scope", "analytics:view");
    assertThat(json(answer).get("error").getAsString()).isEqualTo("invalid_request");
  }

  @Test
  void subjectToken_unknown_isAnInvalidRequest() throws Exception {
    assertThat(json(client.exchange("nonsense")).get("error").getAsString())
        .isEqualTo("invalid_request");
  }

  @Test
  void subjectToken_ofAnExchange_isNoSession() throws Exception {
    assertThat(client.exchange(exchanged()).statusCode()).isEqualTo(400);
  }

  @Test
  void subjectToken_inTheAddress_isNotRead() throws Exception {
    var address =
        "/v2/oauth/token?"
            + SandboxClient.encoded(
                "subject_token",
                session,
                "subject_token_type",
                SandboxClient.ACCESS_TOKEN,
                "grant_type",
                SandboxClient.TOKEN_EXCHANGE);
    assertThat(client.form(address).statusCode()).isEqualTo(400);
  }

  @Test
  void session_ended_givesNoToken() throws Exception {
    client.control("DELETE", "/control/session", "{'agent':'" + agent + "'}");
    assertThat(client.exchange(session).statusCode()).isEqualTo(400);
  }

  @Test
  void session_ended_exchangedTokenEndsWithIt() throws Exception {
    var token = exchanged();
    client.control("DELETE", "/control/session", "{'agent':'" + agent + "'}");
    assertThat(client.get(PERMISSIONS, token).statusCode()).isEqualTo(401);
  }

  @Test
  void token_afterItsLifetime_isReplacedByAnotherExchange() throws Exception {
    var token = exchanged();
    clock.advance(Duration.ofHours(1));
    assertThat(client.get(PERMISSIONS, token).statusCode()).isEqualTo(401);
    assertThat(client.get(PERMISSIONS, exchanged()).statusCode()).isEqualTo(200);
  }

  @Test
  void answer_isOfTheAgentAndNotStoredAndWithoutRefreshToken() throws Exception {
    var answer = client.exchange(session, "audience", "analytics-api", "scope", "user:read");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(json(answer).keySet())
        .containsExactlyInAnyOrder(
            "access_token", "token_type", "expires_in", "scope", "sub", "issued_token_type");
    assertThat(json(answer).get("sub").getAsString()).isEqualTo(agent);
    assertThat(json(answer).get("scope").getAsString()).isEqualTo("user:read");
    assertThat(json(answer).get("issued_token_type").getAsString())
        .isEqualTo(SandboxClient.ACCESS_TOKEN);
  }

  @Test
  void scope_ofTheExchange_isAllThatTheTokenMay() throws Exception {
    var answer = json(client.exchange(session, "scope", "analytics:view"));
    var token = answer.get("access_token").getAsString();
    assertThat(client.get(PERMISSIONS, token).statusCode()).isEqualTo(403);
  }

  @Test
  void subject_modeOther_isSomebodyElseHereToo() throws Exception {
    client.control("POST", "/control/subject", "{'mode':'other'}");
    assertThat(json(client.exchange(session)).get("sub").getAsString()).isNotEqualTo(agent);
  }

  private String exchanged() throws Exception {
    return json(client.exchange(session)).get("access_token").getAsString();
  }
}
