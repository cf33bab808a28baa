package io.kpiwidget.desktop.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrafficTest {

  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private final List<JsonObject> ledger = new ArrayList<>();

  /** A good run of two minutes on tokens of one. */
  @BeforeEach
  void goodRun() {
    add(0, "/app/", 200, 1, "");
    for (var second = 0; second < 120; second += 30) {
      add(second, "/v2/oauth/token", 200, 1, "");
      add(second, "/v2/analytics/query", second == 0 ? 200 : 304, 1, "t-1");
    }
  }

  @Test
  void goodRun_passes() {
    assertThat(failed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"401", "403", "429", "500", "0"})
  void query_refused_fails(int status) {
    add(121, "/v2/analytics/query", status, 1, "");
    assertThat(failed()).containsExactly("KPI queries refused");
  }

  @Test
  void tokenEndpoint_refusing_fails() {
    add(121, "/v2/oauth/token", 429, 1, "");
    assertThat(failed()).containsExactly("other requests refused");
  }

  @Test
  void shell_loadedAgain_fails() {
    add(121, "/app/", 200, 1, "");
    assertThat(failed()).containsExactly("documents of the platform's widget");
  }

  @Test
  void tokenRequests_twoAtOnce_fail() {
    add(121, "/v2/oauth/token", 200, 2, "");
    assertThat(failed()).containsExactly("token requests in flight at most");
  }

  @Test
  void tokenRequests_storm_fails() {
    for (var second = 0; second < 120; second++) {
      add(second, "/v2/oauth/token", 200, 1, "");
    }
    assertThat(failed()).containsExactly("token requests");
  }

  @Test
  void tokenRequests_fewerThanTheirLivesAllow_fail() {
    ledger.removeIf(entry -> entry.get("route").getAsString().equals("/v2/oauth/token"));
    add(0, "/v2/oauth/token", 200, 1, "");
    assertThat(failed()).containsExactly("token requests");
  }

  @Test
  void noQueryAtAll_fails() {
    ledger.removeIf(entry -> entry.get("route").getAsString().equals("/v2/analytics/query"));
    assertThat(failed()).containsExactly("KPI queries");
  }

  private List<String> failed() {
    return new Traffic(ledger)
        .checks(Duration.ofMinutes(2), Duration.ofMinutes(1), 1).stream()
            .filter(check -> !check.ok())
            .map(Check::name)
            .toList();
  }

  private void add(long second, String route, int status, int inFlight, String tokenId) {
    var entry = new JsonObject();
    entry.addProperty("at", START.plusSeconds(second).toString());
    entry.addProperty("route", route);
    entry.addProperty("status", status);
    entry.addProperty("inFlight", inFlight);
    entry.addProperty("tokenId", tokenId);
    ledger.add(entry);
  }
}
