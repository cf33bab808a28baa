package io.kpiwidget.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kpiwidget.engine.platform.PlatformException.BadAnswer;
import io.kpiwidget.engine.platform.PlatformException.ClientRefused;
import io.kpiwidget.engine.platform.PlatformException.SignInRequired;
import io.kpiwidget.engine.platform.PlatformException.Unreachable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenAnswerTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "nothing",
      textBlock =
          """
          ``                                               | not a JSON object
          null                                             | not a JSON object
          []                                               | not a JSON object
          "c4nary"                                         | not a JSON object
          <html>c4nary</html>                              | not a JSON object
          {"access_token":"c4nary                          | not a JSON object
          {}                                               | access_token
          {"access_token":5}                               | access_token
          {"access_token":""}                              | access_token
          {"access_token":"c4nary b"}                      | access_token
          {"access_token":"c4nary","token_type":"mac"}     | token_type
          {"access_token":"c4nary","token_type":"N_A"}     | token_type
          {"access_token":"c4nary","expires_in":"abc"}     | expires_in
          {"access_token":"c4nary","expires_in":""}        | expires_in
          {"access_token":"c4nary","expires_in":"-60"}     | expires_in
          {"access_token":"c4nary","expires_in":-1}        | expires_in
          {"access_token":"c4nary","expires_in":0}         | expires_in
          {"access_token":"c4nary","expires_in":null}      | expires_in
          {"access_token":"c4nary","expires_in":true}      | expires_in
          {"access_token":"c4nary","expires_in":[60]}      | expires_in
          {"access_token":"c4nary","expires_in":1e999}     | expires_in
          """)
  void malformed_isABadAnswerThatNamesTheMemberOnly(String body, String told) {
    assertThatThrownBy(() -> TokenAnswer.of(ok(body)))
        .isInstanceOf(BadAnswer.class)
        .hasMessageContaining(told)
        .hasMessageNotContainingAny("c4nary", "html", "abc");
  }

  @ParameterizedTest
  @CsvSource({
    "60, 60",
    "\"60\", 60",
    "300, 300",
    "3600, 3600",
    "86400, 86400",
    "604800, 604800",
    "604801, 604800",
    "2147483648, 604800",
    "\"999999999999\", 604800",
    "1e300, 604800",
    "0.5, 1"
  })
  void lifetime_isReadInEveryForm(String expiresIn, long seconds) throws Exception {
    assertThat(grant("\"expires_in\":" + expiresIn).lifetime())
        .isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void lifetime_unsaid_isFiveMinutes() throws Exception {
    assertThat(grant("\"scope\":\"a\"").lifetime()).isEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @CsvSource({
    "1800, 1800",
    "\"1800\", 1800",
    "1e300, 604800",
    "0, ",
    "-5, ",
    "\"soon\", ",
    "null, ",
  })
  void refreshIn_isAHint_thatMayMakeNoSense(String refreshIn, Long seconds) throws Exception {
    assertThat(grant("\"refresh_in\":" + refreshIn).refreshIn())
        .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
  }

  @Test
  void refreshToken_andSubject_areOptional() throws Exception {
    var answer =
        TokenAnswer.of(ok("{\"access_token\":\"t\",\"refresh_token\":\"r\",\"sub\":\"ann\"}"));

    assertThat(answer.refreshToken()).contains(new SecretValue("r"));
    assertThat(answer.grant().subject()).contains("ann");
    assertThat(answer.toString()).doesNotContain("\"r\"");
    assertThat(TokenAnswer.of(ok("{\"access_token\":\"t\"}")).refreshToken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Bearer", "bearer", "BEARER"})
  void tokenType_isAnyCase(String type) throws Exception {
    assertThat(grant("\"token_type\":\"" + type + "\"").token()).isEqualTo(new SecretValue("t"));
  }

  @Test
  void error_with200_isAnError() {
    assertThatThrownBy(() -> TokenAnswer.of(ok("{\"error\":\"invalid_client\"}")))
        .isInstanceOf(ClientRefused.class);
    assertThatThrownBy(() -> TokenAnswer.of(ok("{\"error\":{\"message\":\"c4nary\"}}")))
        .isInstanceOf(BadAnswer.class)
        .hasMessageNotContaining("c4nary");
  }

  @ParameterizedTest
  @CsvSource({
    "401, invalid_client",
    "401, unauthorized_client",
    "400, invalid_scope",
    "400, invalid_request",
    "400, invalid_target",
    "400, unsupported_grant_type",
    "400, unsupported_token_type",
    "403, access_denied"
  })
  void refusal_isTheClients(int status, String error) {
    var body = "{\"error\":\"%s\",\"description\":\"c4nary\",\"error_description\":\"c4nary\"}";

    assertThat(refusal(status, body.formatted(error)))
        .isInstanceOfSatisfying(ClientRefused.class, e -> assertThat(e.code()).isEqualTo(error))
        .hasMessageNotContaining("c4nary");
  }

  @ParameterizedTest
  @CsvSource({"invalid_grant", "login_required", "interaction_required", "consent_required"})
  void refusal_isThePersons(String error) {
    assertThat(refusal(400, "{\"error\":\"" + error + "\"}"))
        .isInstanceOfSatisfying(SignInRequired.class, e -> assertThat(e.isLasting()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({"temporarily_unavailable", "server_error"})
  void refusal_mayPass(String error) {
    assertThat(refusal(400, "{\"error\":\"" + error + "\"}")).isInstanceOf(Unreachable.class);
  }

  @ParameterizedTest
  @CsvSource({"401, true", "403, false", "404, false", "400, false"})
  void refusal_withoutAnError(int status, boolean client) {
    assertThat(refusal(status, "<html>c4nary"))
        .isInstanceOf(client ? ClientRefused.class : BadAnswer.class)
        .hasMessageNotContaining("c4nary");
  }

  @Test
  void refusal_thatIsNoWord_isNotRepeated() {
    assertThat(refusal(400, "{\"error\":\"<b>c4nary\"}")).hasMessageNotContaining("c4nary");
  }

  private static TokenGrant grant(String member) throws Exception {
    return TokenAnswer.of(ok("{\"access_token\":\"t\"," + member + "}")).grant();
  }

  private static PlatformException refusal(int status, String body) {
    var call =
        new HttpCall(
            HttpCall.Kind.TOKEN,
            "POST",
            "/t",
            URI.create("https://a.example/t"),
            Map.of(),
            Optional.empty());
    return TokenAnswer.failure(call, answer(status, body));
  }

  private static HttpAnswer ok(String body) {
    return answer(200, body == null ? "" : body);
  }

  private static HttpAnswer answer(int status, String body) {
    return new HttpAnswer(status, Map.of(), body, new Time.Moment(NOON, 0), NOON);
  }
}
