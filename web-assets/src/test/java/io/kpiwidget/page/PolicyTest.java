package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    var without = Policy.ofHostPage(Sites.kpiOnly(), Optional.of("/kpi.x.html"), "", "");
    assertThat(HOST.contentSecurity()).containsEntry("connect-src", "'self'");
    assertThat(without.contentSecurity())
        .containsEntry("connect-src", "'none'")
        .containsEntry("frame-src", "https://kpi-host.invalid/kpi.x.html");
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
            "Content-Type",
            "Content-Security-Policy",
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

  private static List<String> directives(String policy) {
    return new ArrayList<>(Arrays.asList(policy.split("; ")));
  }
}
