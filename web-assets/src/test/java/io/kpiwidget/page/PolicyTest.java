package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PolicyTest {

  private static final Policy HOST =
      Policy.ofHostPage(Sites.both(), Optional.of("/kpi.0123456789ab.html"), "script", "style");
  private static final Policy KPI = Policy.ofKpiView(Sites.both(), "script", "style");

  @Test
  void hostPage_framesAreItsTwoOnly() {
    assertThat(HOST.contentSecurity())
        .containsEntry(
            "frame-src",
            "https://acme.mygenesys.com https://kpi-host.invalid/kpi.0123456789ab.html");
  }

  @Test
  void hostPage_connects_onlyWithADataSource() {
    var without = Policy.ofHostPage(Sites.platformOnly(), Optional.empty(), "", "");
    assertThat(HOST.contentSecurity()).containsEntry("connect-src", "'self'");
    assertThat(without.contentSecurity())
        .containsEntry("connect-src", "'none'")
        .containsEntry("frame-src", "https://acme.mygenesys.com");
  }

  @Test
  void kpiView_isOpaqueFramedByTheHostOnlyAndConnectsNowhere() {
    assertThat(KPI.contentSecurity())
        .containsEntry("sandbox", "allow-scripts")
        .containsEntry("frame-ancestors", "https://kpi-host.invalid")
        .containsEntry("connect-src", "'none'")
        .doesNotContainKey("frame-src");
  }

  @Test
  void kpiView_hasNoResourcePolicy_becauseItsOwnOriginIsOpaque() {
    assertThat(KPI.headers())
        .doesNotContainKeys("Cross-Origin-Resource-Policy", "Origin-Agent-Cluster")
        .containsEntry("Cache-Control", "public, max-age=31536000, immutable, no-transform");
  }

  @Test
  void policies_haveNothingLoose() {
    for (var policy : List.of(HOST, KPI)) {
      assertThat(policy.headers().get("Content-Security-Policy"))
          .startsWith("default-src 'none'; script-src 'sha256-")
          .contains(
              "base-uri 'none'",
              "form-action 'none'",
              "object-src 'none'",
              "require-trusted-types-for 'script'",
              "trusted-types 'none'")
          .doesNotContain("unsafe", "nonce", "*", "data:", "http:", "strict-dynamic");
    }
  }

  @Test
  void meta_isThePolicyWithoutWhatAMetaCannotCarry() {
    for (var policy : List.of(HOST, KPI)) {
      var left = directives(policy.headers().getOrDefault("Content-Security-Policy", ""));
      left.removeIf(directive -> directive.matches("(?:frame-ancestors|sandbox) .*"));
      assertThat(directives(policy.meta())).isEqualTo(left);
    }
  }

  @Test
  void headers_areTheFullSet() {
    assertThat(HOST.headers().keySet())
        .containsExactly(
            "Content-Security-Policy",
            "Content-Type",
            "Permissions-Policy",
            "Referrer-Policy",
            "X-Content-Type-Options",
            "Cache-Control",
            "X-Frame-Options",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Origin-Agent-Cluster");
    assertThat(HOST.headers()).containsEntry("Cache-Control", "no-cache, no-transform");
  }

  @Test
  void hostPage_ofSeveralPlatforms_framesEachAndTheLoginByName() {
    var shell =
        Sites.shell(
            List.of(Sites.PLATFORM, Origin.of("https://b.mygenesys.com:8443")),
            Optional.of(Origin.of("https://login.mygenesys.com")),
            Optional.empty());
    var site =
        new Site(Sites.HOST, Optional.of(shell), false, true, Titles.of(Locale.ENGLISH, "Figures"));
    assertThat(Policy.ofHostPage(site, Optional.empty(), "", "").contentSecurity())
        .containsEntry(
            "frame-src",
            "https://acme.mygenesys.com https://b.mygenesys.com:8443"
                + " https://login.mygenesys.com");
  }

  @Test
  void refusals_runNothingAndAreNotKept() {
    assertThat(Policy.ofRefusals().headers())
        .containsEntry(
            "Content-Security-Policy",
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                + " sandbox")
        .containsEntry("Cache-Control", "no-store")
        .doesNotContainKey("Content-Type");
  }

  private static List<String> directives(String policy) {
    return new ArrayList<>(Arrays.asList(policy.split("; ")));
  }
}
