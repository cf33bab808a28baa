package io.kpiwidget.sandbox;

import static io.kpiwidget.sandbox.SandboxClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorization code with PKCE, refresh tokens and their end, as a native app meets them. */
final class SignInTest {
  private static final String PERMISSIONS = "/v2/users/me/permissions";
  private static final String REDIRECT = "http://127.0.0.1:49152/callback";

  /** RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final String PREFIX = "canary-1.";
  private static MovableClock clock;
  private static Sandbox sandbox;
  private static SandboxClient client;
  private String agent;

  @BeforeAll
  static void start() {
    clock = new MovableClock("2026-11-23T12:00:00Z");
    sandbox = Sandbox.start(SandboxOptions.defaults().clock(clock).tokenPrefix(PREFIX));
    client = new SandboxClient(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @BeforeEach
  void agent() {
    agent = sandbox.agents().get(2).id();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:49152/callback",
        "http://127.0.0.1/callback",
        "http://127.0.0.1:49152",
        "https://127.0.0.1:49152/callback",
        "http://127.0.0.1:49152/callback#f",
        "http://me@127.0.0.1:49152/callback",
        "http://127.0.0.1.evil.example:49152/callback",
        "urn:ietf:wg:oauth:2.0:oob",
        "not a uri",
        ""
      })
  void authorize_redirectThatIsNotLoopbackByNumber_isRefusedOnThePage(String redirectUri)
      throws Exception {
    refusedOnThePage(authorize(Map.of("redirect_uri", redirectUri)));
  }

  @Test
  void authorize_unknownClient_isRefusedOnThePage() throws Exception {
    refusedOnThePage(authorize(Map.of("client_id", "somebody")));
  }

  private static void refusedOnThePage(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, token, unsupported_response_type",
    "code_challenge_method, plain, invalid_request",
    "code_challenge_method, , invalid_request",
    "code_challenge, , invalid_request",
    "code_challenge, too-short, invalid_request",
    "scope, everything, invalid_scope",
    "login_hint, nobody, login_required",
    "login_hint, , login_required"
  })
  void authorize_wrongRequest_isToldTheClientWithStateAndIssuer(
      String name, String value, String error) throws Exception {
    var told = parameters(authorize(Map.of(name, value == null ? "" : value)));
    assertThat(told)
        .containsOnly(
            Map.entry("error", error),
            Map.entry("state", "s t&te"),
            Map.entry("iss", sandbox.api().toString()));
  }

  @Test
  void authorize_hintWithoutPrompt_givesCodeStateAndIssuer() throws Exception {
    var told = parameters(authorize(Map.of()));
    assertThat(told).containsOnlyKeys("code", "state", "iss");
    assertThat(told)
        .containsEntry("state", "s t&te")
        .containsEntry("iss", sandbox.api().toString());
    assertThat(told.get("code")).startsWith(PREFIX);
  }

  @Test
  void authorize_redirectWithAQuery_keepsIt() throws Exception {
    var location = location(authorize(Map.of("redirect_uri", REDIRECT + "?desk=4")));
    assertThat(location).startsWith(REDIRECT + "?desk=4&code=");
  }

  @Test
  void page_namesTheSampleAgentsAndCarriesTheRequest() throws Exception {
    var page = authorize(Map.of("prompt", "", "login_hint", ""));
    assertThat(page.statusCode()).isEqualTo(200);
    for (var one : sandbox.agents().subList(0, 6)) {
      assertThat(page.body()).contains("value=\"" + one.id() + "\"").contains(one.name());
    }
    assertThat(page.body())
        .doesNotContain(sandbox.agents().get(6).id())
        .contains("name=\"state\" value=\"s t&amp;te\"")
        .contains("name=\"code_challenge\" value=\"" + CHALLENGE + "\"")
        .doesNotContain("{{");
  }

  @Test
  void page_stateWithMarkup_staysText() throws Exception {
    var page = authorize(Map.of("prompt", "", "login_hint", "", "state", "\"><script>x</script>"));
    assertThat(page.body()).doesNotContain("<script>").contains("&quot;&gt;&lt;script&gt;");
  }

  @Test
  void page_isNotStoredNotFramedAndTellsNobodyItsAddress() throws Exception {
    var headers = authorize(Map.of("prompt", "", "login_hint", "")).headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
  }

  @Test
  void page_formSentBack_redirectsWithTheCode() throws Exception {
    var request = request(Map.of("prompt", ""));
    var answer = client.form("/v2/oauth/authorize", pairs(request));
    assertThat(parameters(answer)).containsKey("code");
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, somebody, 401, invalid_client",
    "code_verifier, , 400, invalid_request",
    "code_verifier, E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM, 400, invalid_grant",
    "redirect_uri, http://127.0.0.1:49153/callback, 400, invalid_grant",
    "redirect_uri, , 400, invalid_request",
    "code, nonsense, 400, invalid_grant"
  })
  void code_withAnythingThatDoesNotFit_isRefused(
      String name, String value, int status, String error) throws Exception {
    var answer = redeem(code(), Map.of(name, value == null ? "" : value));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).get("error").getAsString()).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource({"119,200", "120,400"})
  void code_isGoodForTwoMinutes(long seconds, int status) throws Exception {
    var code = code();
    clock.advance(Duration.ofSeconds(seconds));
    assertThat(redeem(code, Map.of()).statusCode()).isEqualTo(status);
  }

  @Test
  void code_afterAWrongVerifier_isUsedUp() throws Exception {
    var code = code();
    redeem(code, Map.of("code_verifier", CHALLENGE));
    assertThat(redeem(code, Map.of()).statusCode()).isEqualTo(400);
  }

  @Test
  void code_replayed_isRefusedAndWhatItGaveIsRevoked() throws Exception {
    var code = code();
    var first = json(redeem(code, Map.of()));
    assertThat(json(redeem(code, Map.of())).get("error").getAsString()).isEqualTo("invalid_grant");
    assertThat(status(first)).isEqualTo(401);
    assertThat(refresh(first).statusCode()).isEqualTo(400);
  }

  @Test
  void tokens_areTheAgentsAndNotStored() throws Exception {
    var answer = redeem(code(), Map.of());
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(json(answer).get("sub").getAsString()).isEqualTo(agent);
    assertThat(json(answer).get("access_token").getAsString()).startsWith(PREFIX);
    assertThat(json(answer).get("refresh_token").getAsString()).startsWith(PREFIX);
    assertThat(status(json(answer))).isEqualTo(200);
  }

  @Test
  void refresh_byAnotherClient_isRefusedAndCostsNothing() throws Exception {
    var first = signedIn();
    var token = first.get("refresh_token").getAsString();
    var answer =
        client.form(
            "/v2/oauth/token",
            "grant_type",
            "refresh_token",
            "client_id",
            "somebody",
            "refresh_token",
            token);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(refresh(first).statusCode()).isEqualTo(200);
  }

  @Test
  void refresh_forMoreThanWasAllowed_isRefusedAndCostsNothing() throws Exception {
    var first = signedIn();
    assertThat(json(refresh(first, "scope", "oauth:client:manage")).get("error").getAsString())
        .isEqualTo("invalid_scope");
    assertThat(refresh(first).statusCode()).isEqualTo(200);
  }

  @Test
  void refresh_rotates_andKeepsTheAgent() throws Exception {
    var first = signedIn();
    var second = json(refresh(first));
    assertThat(second.get("refresh_token")).isNotEqualTo(first.get("refresh_token"));
    assertThat(second.get("sub").getAsString()).isEqualTo(agent);
    assertThat(status(second)).isEqualTo(200);
    assertThat(refresh(second).statusCode()).isEqualTo(200);
  }

  @Test
  void refresh_withFewerScopes_narrowsTheAccessTokenOnly() throws Exception {
    var narrow = json(refresh(signedIn(), "scope", "analytics:view"));
    assertThat(status(narrow)).isEqualTo(403);
    assertThat(status(json(refresh(narrow)))).isEqualTo(200);
  }

  @Test
  void refresh_reused_endsTheWholeFamily() throws Exception {
    var first = signedIn();
    var second = json(refresh(first));
    assertThat(json(refresh(first)).get("error").getAsString()).isEqualTo("invalid_grant");
    assertThat(refresh(second).statusCode()).isEqualTo(400);
    assertThat(status(first)).isEqualTo(401);
    assertThat(status(second)).isEqualTo(401);
  }

  @Test
  void revoke_withoutAToken_isAnInvalidRequest() throws Exception {
    assertThat(json(client.form("/v2/oauth/revoke")).get("error").getAsString())
        .isEqualTo("invalid_request");
  }

  @Test
  void revoke_withAWrongSecret_isRefused() throws Exception {
    var answer =
        client.send(
            "POST",
            sandbox.api().resolve("/v2/oauth/revoke"),
            "token=x",
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Authorization",
            "Basic bm9ib2R5Ondyb25n");
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void revoke_unknownToken_isFulfilledAlready() throws Exception {
    assertThat(client.form("/v2/oauth/revoke", "token", "nonsense").statusCode()).isEqualTo(200);
  }

  @Test
  void revoke_accessToken_endsThatOneOnly() throws Exception {
    var first = signedIn();
    revoke(first, "access_token");
    assertThat(status(first)).isEqualTo(401);
    assertThat(refresh(first).statusCode()).isEqualTo(200);
  }

  @Test
  void revoke_refreshToken_endsFamilyAndAccessTokens() throws Exception {
    var first = signedIn();
    var second = json(refresh(first));
    revoke(second, "refresh_token");
    assertThat(status(first)).isEqualTo(401);
    assertThat(status(second)).isEqualTo(401);
    assertThat(refresh(second).statusCode()).isEqualTo(400);
  }

  private void revoke(JsonObject tokens, String which) throws Exception {
    var token = tokens.get(which).getAsString();
    assertThat(client.form("/v2/oauth/revoke", "token", token, "token_type_hint", which))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
  }

  private Map<String, String> request(Map<String, String> changes) {
    var request = new LinkedHashMap<String, String>();
    request.put("response_type", "code");
    request.put("client_id", Sandbox.PUBLIC_CLIENT_ID);
    request.put("redirect_uri", REDIRECT);
    request.put("state", "s t&te");
    request.put("scope", "analytics:view user:read");
    request.put("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S256");
    request.put("login_hint", agent);
    request.put("prompt", "none");
    request.putAll(changes);
    request.values().removeIf(String::isEmpty);
    return request;
  }

  private HttpResponse<String> authorize(Map<String, String> changes) throws Exception {
    var query = SandboxClient.encoded(pairs(request(changes)));
    return client.send("GET", sandbox.api().resolve("/v2/oauth/authorize?" + query), "");
  }

  private static String[] pairs(Map<String, String> request) {
    var pairs = new ArrayList<String>();
    request.forEach((name, value) -> pairs.addAll(List.of(name, value)));
    return pairs.toArray(String[]::new);
  }

  private static String location(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static Map<String, String> parameters(HttpResponse<String> answer) {
    var location = location(answer);
    assertThat(location).startsWith(REDIRECT + "?");
    var parameters = new HashMap<String, String>();
    Arrays.stream(URI.create(location).getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> parameters.put(pair[0], decoded(pair[1])));
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private String code() throws Exception {
    return parameters(authorize(Map.of())).getOrDefault("code", "");
  }

  private HttpResponse<String> redeem(String code, Map<String, String> changes) throws Exception {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", Sandbox.PUBLIC_CLIENT_ID);
    form.put("redirect_uri", REDIRECT);
    form.put("code_verifier", VERIFIER);
    form.put("code", code);
    form.putAll(changes);
    form.values().removeIf(String::isEmpty);
    return client.form("/v2/oauth/token", pairs(form));
  }

  private JsonObject signedIn() throws Exception {
    return json(redeem(code(), Map.of()));
  }

  private HttpResponse<String> refresh(JsonObject tokens, String... more) throws Exception {
    var form = new ArrayList<>(List.of("grant_type", "refresh_token"));
    form.addAll(List.of("client_id", Sandbox.PUBLIC_CLIENT_ID));
    form.addAll(List.of("refresh_token", tokens.get("refresh_token").getAsString()));
    form.addAll(List.of(more));
    return client.form("/v2/oauth/token", form.toArray(String[]::new));
  }

  private static int status(JsonObject tokens) throws Exception {
    return client.get(PERMISSIONS, tokens.get("access_token").getAsString()).statusCode();
  }
}
