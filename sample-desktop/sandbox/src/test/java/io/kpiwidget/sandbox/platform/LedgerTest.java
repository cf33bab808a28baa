package io.kpiwidget.sandbox.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LedgerTest {
  private final Ledger ledger = new Ledger();

  @Test
  void inFlight_whileAnotherIsAnswered_isTwo() {
    ledger.begin(asked("/v2/oauth/token", "api"));
    assertThat(ledger.begin(asked("/v2/oauth/token", "api"))).isEqualTo(2);
  }

  @Test
  void inFlight_afterTheOtherWasAnswered_isOne() {
    ledger.begin(asked("/v2/oauth/token", "api"));
    ledger.end(asked("/v2/oauth/token", "api"));
    assertThat(ledger.begin(asked("/v2/oauth/token", "api"))).isEqualTo(1);
  }

  @Test
  void inFlight_ofAnotherRouteOrOrigin_doesNotCount() {
    ledger.begin(asked("/v2/analytics/query", "api"));
    assertThat(ledger.begin(asked("/v2/oauth/token", "api"))).isEqualTo(1);
    assertThat(ledger.begin(asked("/v2/analytics/query", "shell"))).isEqualTo(1);
  }

  private static Ledger.Asked asked(String route, String origin) {
    return new Ledger.Asked("POST", route, origin, false, "", "");
  }
}
