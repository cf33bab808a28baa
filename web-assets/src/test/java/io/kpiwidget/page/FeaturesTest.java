package io.kpiwidget.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FeaturesTest {

  @Test
  void ofPlatformFrame_everyFeatureOnceAndInOrder_isOff() {
    var entries = Arrays.asList(Features.ofPlatformFrame().split("; "));
    assertThat(entries).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(75);
    assertThat(entries).allMatch(entry -> entry.matches("[a-z][a-z0-9-]+ 'none'"));
  }

  /** On by default for everyone, so that an empty attribute leaves them on. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "storage-access",
        "sync-xhr",
        "gamepad",
        "picture-in-picture",
        "browsing-topics",
        "unload",
        "ch-ua",
        "private-state-token-issuance",
        "shared-storage",
        "shared-storage-select-url",
        "run-ad-auction",
        "join-ad-interest-group",
        "private-aggregation",
        "attribution-reporting"
      })
  void ofPlatformFrame_featureThatIsOnByDefault_isNamed(String name) {
    assertThat(Features.ofPlatformFrame()).contains(name + " 'none'");
    assertThat(Features.header()).contains(name + "=()");
  }

  @Test
  void localNetwork_staysOpenForAPlatformOnPremises_butNotForTheKpiView() {
    assertThat(Features.ofPlatformFrame() + Features.header()).doesNotContain("network");
    assertThat(Features.ofKpiFrame())
        .startsWith(Features.ofPlatformFrame())
        .contains("local-network-access 'none'", "loopback-network 'none'");
  }
}
