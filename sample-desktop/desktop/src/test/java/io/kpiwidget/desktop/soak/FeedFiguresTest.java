package io.kpiwidget.desktop.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeedFiguresTest {

  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final String QUERY = "/v2/analytics/query";
  private final List<JsonObject> ledger = new ArrayList<>();
  private final List<JsonObject> panels = new ArrayList<>();

  /** Ten minutes in four turns of 75 s; two questions each half minute while it is seen. */
  @BeforeEach
  void goodRun() {
    add(1, "/v2/oauth/token", 200, "");
    for (int shown = 0; shown < 600; shown += 150) {
      for (int second = shown + 2; second < shown + 75; second += 30) {
        add(second, QUERY, 200, "queues");
        add(second, QUERY, 304, "agent");
      }
    }
    panels.add(panel("p50 14 s, p99 30 s of 298 s"));
    panels.add(panel("p50 15 s, p99 32 s of 299 s"));
  }

  @Test
  void goodRun_passes() {
    assertThat(failed()).isEmpty();
  }

  @Test
  void naive_asksEachWidgetsEachQuestionEachFiveSeconds() {
    assertThat(figures().naive()).isEqualTo(2 * 3 * 120);
    assertThat(figures().saving()).isBetween(96.5, 96.6); // 25 calls of 720
  }

  @ParameterizedTest
  @CsvSource({"11, true", "12, false"})
  void calls_moreThanATwentieth_fail(int more, boolean good) {
    for (int i = 0; i < more; i++) {
      add(40, "/v2/users/me/permissions", 200, "");
    }
    assertThat(failed().isEmpty()).isEqualTo(good);
  }

  @ParameterizedTest
  @CsvSource({"74, 0", "75.9, 0", "76, 1", "149.9, 1", "150, 0", "599, 1", "700, 1"})
  void call_whileHidden_counts(double second, long calls) {
    add(second, "/v2/oauth/token", 200, "");
    assertThat(figures().hiddenCalls()).isEqualTo(calls);
  }

  @Test
  void call_whileHidden_fails() {
    add(100, QUERY, 304, "queues");
    assertThat(failed()).containsExactly("calls while hidden");
  }

  @Test
  void showing_withTwoRefreshes_fails() {
    add(160, QUERY, 304, "queues");
    assertThat(figures().refreshes()).containsExactly(1L, 2L, 1L, 1L);
    assertThat(failed()).containsExactly("refreshes on each showing");
  }

  @Test
  void showing_withoutARefresh_fails() {
    ledger.removeIf(entry -> at(entry).equals(START.plusSeconds(302)));
    assertThat(figures().refreshes()).containsExactly(1L, 1L, 0L, 1L);
    assertThat(failed()).containsExactly("refreshes on each showing");
  }

  @Test
  void figures_olderThanTheirInterval_fail() {
    panels.set(1, panel("p50 15 s, p99 33 s of 299 s"));
    assertThat(failed()).containsExactly("age p99 on panel 2, s");
  }

  @Test
  void figures_thatNobodySaw_fail() {
    panels.set(0, panel(""));
    assertThat(failed()).containsExactly("age p99 on panel 1, s");
  }

  @ParameterizedTest
  @CsvSource({"400", "401", "429", "500"})
  void call_thatWasRefused_fails(int status) {
    add(40, QUERY, status, "trend");
    assertThat(failed()).containsExactly("calls that were refused");
  }

  @Test
  void json_hasAllFigures() {
    var json = figures().json();
    assertThat(json.get("calls").getAsInt()).isEqualTo(25);
    assertThat(json.get("callsByStatus")).hasToString("{\"200\":13,\"304\":12}");
    assertThat(json.get("questions").getAsInt()).isEqualTo(2);
    assertThat(json.get("callsOnShowing")).hasToString("[2,2,2,2]");
    assertThat(json.getAsJsonArray("panels").get(1).getAsJsonObject().get("ageP99Seconds"))
        .hasToString("32");
  }

  @Test
  void table_hasCallsBytesAndAges() {
    assertThat(figures().table())
        .contains("24  POST /v2/analytics/query", "25  calls, of these 12 answered 304")
        .contains("1  bytes", "720  calls if", "14/30  s of age p50/p99, over 298 s in sight");
  }

  private FeedFigures figures() {
    var lines = new ArrayList<String>();
    for (int second = 0; second < 600; second += 75) {
      lines.add(
          "{\"at\":\"%s\",\"visible\":%b}".formatted(START.plusSeconds(second), second % 150 == 0));
    }
    return new FeedFigures(ledger, Turns.read(lines), Duration.ofMinutes(10), panels);
  }

  private List<String> failed() {
    return figures().checks().stream()
        .filter(check -> !check.ok())
        .map(check -> check.name().replaceAll(" \\(.*", ""))
        .toList();
  }

  private static JsonObject panel(String ages) {
    return JsonParser.parseString(
            """
            {"renderer": "chromium", "questions": 3,
             "feed": {"dataAge": "%s", "receivedBytes": "1", "cache": ""}}
            """
                .formatted(ages))
        .getAsJsonObject();
  }

  private static Instant at(JsonObject entry) {
    return Instant.parse(entry.get("at").getAsString());
  }

  private void add(double second, String route, int status, String question) {
    var entry = new JsonObject();
    entry.addProperty("at", START.plusMillis(Math.round(1000 * second)).toString());
    entry.addProperty("method", "POST");
    entry.addProperty("route", route);
    entry.addProperty("status", status);
    entry.addProperty("question", question);
    ledger.add(entry);
  }
}
