package io.kpiwidget.panel.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.feed.FeedState.Age;
import io.kpiwidget.engine.feed.Trouble;
import io.kpiwidget.engine.widget.KpiStatus;
import io.kpiwidget.engine.widget.KpiUnit;
import io.kpiwidget.engine.widget.KpiValue;
import io.kpiwidget.panel.Samples;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KpiTextTest {

  private final KpiText english = new KpiText(Locale.UK, Samples.BERLIN);
  private final KpiText german = new KpiText(Locale.GERMANY, Samples.BERLIN);

  @ParameterizedTest
  @CsvSource({
    "-1, ''",
    "0, ''",
    "59.4, ''",
    "59.5, ', 1 minute'",
    "385, ', 6 minutes'",
    "3599, ', 59 minutes'",
    "3600, ', 1 hour'",
    "7260, ', 2 hours'"
  })
  void agentState_lastsInItsLargestUnit_fromAMinuteOn(double seconds, String age) {
    var since = Samples.AS_OF.minusMillis(Math.round(seconds * 1000));
    var state = AgentState.of("On a call", since);
    assertThat(english.agentState(state, Samples.AS_OF)).isEqualTo("On a call" + age);
  }

  @Test
  void agentState_isInTheAgentsLanguage_andWithoutATimeTheWordAlone() {
    var since = Samples.AS_OF.minusSeconds(120);
    assertThat(german.agentState(AgentState.of("Pause", since), Samples.AS_OF))
        .isEqualTo("Pause, 2 Minuten");
    assertThat(german.agentState(AgentState.of("Pause", null), Samples.AS_OF)).isEqualTo("Pause");
    assertThat(german.agentState(AgentState.NONE, Samples.AS_OF)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0:00",
    "0.4, 0:00",
    "0.5, 0:01",
    "59, 0:59",
    "59.5, 1:00",
    "60, 1:00",
    "187, 3:07",
    "3599.4, 59:59",
    "3599.5, 1:00:00",
    "3600, 1:00:00",
    "36061, 10:01:01",
    "-9, −0:09"
  })
  void number_duration_isMinutesOrHours(double seconds, String text) {
    assertThat(english.number(seconds, KpiUnit.DURATION)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "6, 6",
    "7.25, 7.3",
    "3.04, 3.0",
    "-0.04, 0",
    "999, 999",
    "'1234567', '1,234,567'"
  })
  void number_count_isGrouped(double count, String text) {
    assertThat(english.number(count, KpiUnit.COUNT)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0%", "0.8, 80.0%", "0.8333, 83.3%", "0.9996, 100.0%", "1, 100%", "-0.0004, 0%"})
  void number_ratio_isPercent(double ratio, String text) {
    assertThat(english.number(ratio, KpiUnit.RATIO)).isEqualTo(text);
  }

  @Test
  void number_german_hasGermanSigns() {
    assertThat(german.number(1234, KpiUnit.COUNT)).isEqualTo("1.234");
    assertThat(german.number(0.833, KpiUnit.RATIO)).isEqualTo("83,3\u00a0%");
  }

  @Test
  void number_arabic_hasArabicDigitsInDurations() {
    var arabic = new KpiText(Locale.forLanguageTag("ar-EG"), Samples.BERLIN);
    assertThat(arabic.number(187, KpiUnit.DURATION)).isEqualTo("٣:٠٧");
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void number_noNumber_isADash(double number) {
    assertThat(english.number(number, KpiUnit.COUNT)).isEqualTo("–");
  }

  @Test
  void value_ofEachKind_hasItsOwnMark() {
    assertThat(Samples.ofEveryKind().kpis())
        .extracting(kpi -> english.value(kpi.value(), kpi.unit()))
        .containsExactly("0", "–", "×", "n/a", "!");
  }

  @ParameterizedTest
  @CsvSource({"2, ▴\u20092", "-2, ▾\u20092", "0, ''", "0.04, ''", "NaN, ''"})
  void delta_hasItsDirection(double delta, String text) {
    var kpi = Samples.kpi("x", "X", KpiUnit.COUNT, 6, KpiStatus.NEUTRAL, -1, delta);
    assertThat(english.delta(kpi)).isEqualTo(text);
  }

  @Test
  void target_withAndWithout() {
    assertThat(english.target(Samples.kpis().get(1))).isEqualTo("target 2:00");
    assertThat(german.target(Samples.kpis().get(1))).isEqualTo("Ziel 2:00");
    assertThat(english.target(Samples.kpis().get(4))).isEmpty();
  }

  @Test
  void reason_notPermitted_namesThePermissionAndWhomToAsk() {
    assertThat(english.reason(new KpiValue.NotPermitted("analytics:report:view")))
        .isEqualTo("Needs analytics:report:view. Ask your administrator.");
    var known = new KpiValue.NotPermitted("p:q", Optional.of("the help desk"));
    assertThat(english.reason(known)).isEqualTo("Needs p:q. Ask the help desk.");
    assertThat(german.reason(new KpiValue.NotPermitted("p:q")))
        .isEqualTo("Ben\u00f6tigt p:q. Fragen Sie Ihre Administration.");
  }

  @Test
  void reason_ofEachKind() {
    assertThat(english.reason(new KpiValue.Number(1))).isEmpty();
    assertThat(english.reason(new KpiValue.Number(Double.NaN))).isEqualTo("No data yet");
    assertThat(english.reason(new KpiValue.NoData())).isEqualTo("No data yet");
    assertThat(english.reason(new KpiValue.NotApplicable())).isEqualTo("Does not apply to you");
    assertThat(english.reason(new KpiValue.Failed("Refused."))).isEqualTo("Refused.");
    assertThat(english.reason(new KpiValue.Failed(""))).isEqualTo("Not available right now");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 seconds",
    "1, 1 second",
    "61, 1 minute 1 second",
    "187, 3 minutes 7 seconds",
    "3600, 1 hour",
    "7322, 2 hours 2 minutes 2 seconds"
  })
  void spoken_duration_isInWords(double seconds, String text) {
    assertThat(english.spoken(new KpiValue.Number(seconds), KpiUnit.DURATION)).isEqualTo(text);
  }

  @Test
  void spoken_tile_saysAllInOneBreath() {
    assertThat(english.spoken(Samples.kpis().get(1)))
        .isEqualTo("3 minutes 7 seconds, breached, target 2 minutes, up 1 minute 2 seconds");
  }

  @Test
  void spoken_notPermitted_saysWhich() {
    assertThat(english.spoken(new KpiValue.NotPermitted("p:q"), KpiUnit.COUNT))
        .isEqualTo("not shown, permission p:q is missing; ask your administrator");
  }

  @Test
  void status_neutral_hasNoWord() {
    assertThat(english.status(KpiStatus.NEUTRAL)).isEmpty();
    assertThat(german.status(KpiStatus.ON_TARGET)).isEqualTo("im Ziel");
  }

  @Test
  void freshness_fresh_saysUpdated() {
    var freshness = english.freshness(Samples.live(), Samples.AS_OF);
    assertThat(freshness).isEqualTo(new Freshness(Freshness.Level.FRESH, "Updated 14:52"));
  }

  @ParameterizedTest
  @CsvSource({
    "59, 'Data from 14:52'",
    "60, 'Data from 14:52, 1 min ago'",
    "3599, 'Data from 14:52, 59 min ago'",
    "3600, 'Data from 14:52, 1 h 0 min ago'"
  })
  void freshness_stale_tellsTheAge(long seconds, String text) {
    var stale = new PanelState.Kpis(Samples.snapshot(), Age.STALE, Optional.empty(), Samples.AS_OF);
    var freshness = english.freshness(stale, Samples.AS_OF.plusSeconds(seconds));
    assertThat(freshness).isEqualTo(new Freshness(Freshness.Level.STALE, text));
  }

  @Test
  void freshness_unreachable_saysOfflineSince() {
    var freshness = english.freshness(troubled(Samples.unreachable()), after(180));
    assertThat(freshness.text()).isEqualTo("Offline since 14:52 (3 min)");
    assertThat(freshness.level()).isEqualTo(Freshness.Level.OFFLINE);
  }

  @Test
  void freshness_otherTrouble_isNotOffline() {
    var limited = new Trouble(Trouble.Code.RATE_LIMIT, "s", "n", Optional.empty());
    assertThat(english.freshness(troubled(limited), after(180)).text())
        .isEqualTo("Data from 14:52, 3 min ago");
  }

  @Test
  void freshness_platformClockAhead_isNotNegative() {
    var state = new PanelState.Kpis(Samples.snapshot(), Age.STALE, Optional.empty(), after(400));
    assertThat(english.freshness(state, after(390)).text()).isEqualTo("Data from 14:52");
  }

  @Test
  void time_anotherDay_hasItsDate() {
    assertThat(english.time(Samples.AS_OF, after(86_400))).isEqualTo("23/11/2026, 14:52");
  }

  private static PanelState.Kpis troubled(Trouble trouble) {
    return new PanelState.Kpis(Samples.snapshot(), Age.STALE, Optional.of(trouble), Samples.AS_OF);
  }

  private static java.time.Instant after(long seconds) {
    return Samples.AS_OF.plusSeconds(seconds);
  }
}
