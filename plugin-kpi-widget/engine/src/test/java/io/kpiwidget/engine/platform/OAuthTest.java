package io.kpiwidget.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.config.TokenConfig.Broker;
import io.kpiwidget.engine.config.TokenConfig.Browser;
import io.kpiwidget.engine.config.TokenConfig.ClientCredentials;
import io.kpiwidget.engine.config.TokenConfig.SecretRef;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OAuthTest {

  private static final URI TOKEN = URI.create("https://login.example/oauth/token/");
  private static final URI BACK = URI.create("http://127.0.0.1:5/callback");

  private static final CodeProof PROOF =
      new CodeProof(
          new SecretValue("st&te"), new SecretValue("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));

  private final Browser browser =
      new Browser(
          URI.create("https://login.example/authorize"),
          TOKEN,
          "kpi",
          List.of("a:view", "b"),
          Optional.empty(),
          Optional.empty());

  @Test
  void clientCredentials_isTheGuidesRequest() {
    var config =
        new ClientCredentials(
            TOKEN,
            "cl ient",
            new SecretRef(SecretRef.Place.DESKTOP, "x"),
            List.of("analytics:view", "user:read"),
            true);

    var call = OAuth.clientCredentials(config, new SecretValue("se:cret"), "agent 1");

    assertThat(form(call))
        .isEqualTo("grant_type=client_credentials&scope=analytics%3Aview+user%3Aread&sub=agent+1");
    assertThat(call.headers()).containsEntry("Authorization", "Basic Y2wraWVudDpzZSUzQWNyZXQ=");
    assertThat(call.kind()).isEqualTo(HttpCall.Kind.TOKEN);
    assertThat(call.uri()).isEqualTo(TOKEN);
  }

  @Test
  void exchange_withoutOptions_namesNothingThatIsNotConfigured() {
    var config = new Broker(TOKEN, Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    assertThat(form(OAuth.exchange(config, new SecretValue("s+s"))))
        .isEqualTo(
            "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange"
                + "&subject_token=s%2Bs"
                + "&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token"
                + "&requested_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token");
  }

  @Test
  void exchange_withOptions_hasThem_andNoAuthorization() {
    var config =
        new Broker(
            TOKEN,
            Optional.of("analytics"),
            List.of("a", "b"),
            Optional.of("kpi"),
            Optional.empty());

    var call = OAuth.exchange(config, new SecretValue("s"));

    assertThat(form(call)).endsWith("&audience=analytics&scope=a+b&client_id=kpi");
    assertThat(call.headers()).doesNotContainKey("Authorization");
  }

  @Test
  void authorization_isRfc7636s() {
    assertThat(OAuth.authorization(browser, BACK, PROOF))
        .hasToString(
            "https://login.example/authorize?response_type=code&client_id=kpi"
                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A5%2Fcallback&scope=a%3Aview+b"
                + "&state=st%26te&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                + "&code_challenge_method=S256");
  }

  @Test
  void code_hasTheVerifierAndTheSameRedirect() {
    assertThat(form(OAuth.code(browser, BACK, PROOF, new SecretValue("c/d"))))
        .isEqualTo(
            "grant_type=authorization_code&code=c%2Fd"
                + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A5%2Fcallback&client_id=kpi"
                + "&code_verifier=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
  }

  @Test
  void refresh_andRevocation_areThePublicClients() {
    assertThat(form(OAuth.refresh(browser, new SecretValue("r"))))
        .isEqualTo("grant_type=refresh_token&refresh_token=r&client_id=kpi");
    assertThat(form(OAuth.revocation(TOKEN, Optional.of("kpi"), new SecretValue("t"))))
        .isEqualTo("token=t&client_id=kpi");
  }

  @Test
  void proof_isThirtyTwoOctetsThatNobodyHasSeen() {
    var seen = new HashSet<String>();
    for (int i = 0; i < 100; i++) {
      var proof = CodeProof.of(new SecureRandom());
      assertThat(proof.verifier().reveal()).matches("[A-Za-z0-9_-]{43}");
      assertThat(seen.add(proof.verifier().reveal())).isTrue();
      assertThat(seen.add(proof.state().reveal())).isTrue();
      assertThat(proof.toString()).doesNotContain(proof.verifier().reveal());
    }
  }

  @Test
  void calls_printNoSecret() {
    var call = OAuth.refresh(browser, new SecretValue("c4nary"));

    assertThat(call.toString()).isEqualTo("POST /oauth/token/");
    assertThat(call.content().orElseThrow().toString()).doesNotContain("c4nary");
  }

  private static String form(HttpCall call) {
    return call.content().orElseThrow().text();
  }
}
