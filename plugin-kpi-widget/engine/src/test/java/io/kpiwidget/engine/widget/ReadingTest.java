package io.kpiwidget.engine.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.config.KpiName;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.identity.Identity;
import io.kpiwidget.engine.platform.Figure;
import io.kpiwidget.engine.platform.Row;
import io.kpiwidget.engine.widget.Reading.Came;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ReadingTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void counts_areSummed_zeroIsANumber() {
    assertThat(total(KpiName.WAITING, new Figure.Count(0), new Figure.Count(0)))
        .isEqualTo(new KpiValue.Number(0));
    assertThat(total(KpiName.WAITING, new Figure.Count(2), new Figure.Count(3)))
        .isEqualTo(new KpiValue.Number(5));
  }

  @Test
  void averages_comeFromSummedParts() {
    assertThat(total(KpiName.ASA, new Figure.Average(10, 1), new Figure.Average(90, 9)))
        .isEqualTo(new KpiValue.Number(10));
  }

  @Test
  void ratios_comeFromSummedParts() {
    assertThat(total(KpiName.SERVICE_LEVEL, new Figure.Ratio(1, 1), new Figure.Ratio(0, 3)))
        .isEqualTo(new KpiValue.Number(0.25));
  }

  @Test
  void emptyAverageAndRatio_areNoData() {
    assertThat(total(KpiName.ASA, new Figure.Average(0, 0))).isEqualTo(new KpiValue.NoData());
    assertThat(total(KpiName.SERVICE_LEVEL, new Figure.Ratio(0, 0)))
        .isEqualTo(new KpiValue.NoData());
  }

  @Test
  void longestWait_isTheOldest_byThePlatformsClock_neverNegative() {
    assertThat(
            total(
                KpiName.LONGEST_WAIT,
                new Figure.Oldest(NOON.minusSeconds(20)),
                new Figure.Oldest(NOON.minusSeconds(41))))
        .isEqualTo(new KpiValue.Number(41));
    assertThat(total(KpiName.LONGEST_WAIT, new Figure.Oldest(NOON.plusSeconds(5))))
        .isEqualTo(new KpiValue.Number(0));
  }

  @Test
  void absentMetric_isNoData_notZero() {
    assertThat(total(KpiName.LONGEST_WAIT)).isEqualTo(new KpiValue.NoData());
  }

  @Test
  void forbidden_isNotPermitted_whateverTheRowsSay() {
    var rows = List.of(row("q1", KpiName.WAITING, new Figure.Count(1)));
    var reading = reading(new Came.Rows(rows), "analytics:queueObservation:view");

    assertThat(reading.total(Kpi.of(KpiName.WAITING)))
        .isEqualTo(new KpiValue.NotPermitted("analytics:queueObservation:view"));
  }

  @Test
  void oneQueue_isReadFromItsOwnRow() {
    var rows =
        List.of(
            row("q1", KpiName.WAITING, new Figure.Count(1)),
            row("q2", KpiName.WAITING, new Figure.Count(5)));
    var reading = reading(new Came.Rows(rows));

    assertThat(reading.ofQueue(Kpi.of(KpiName.WAITING), "q2")).isEqualTo(new KpiValue.Number(5));
    assertThat(reading.ofQueue(Kpi.of(KpiName.WAITING), "q3")).isEqualTo(new KpiValue.NoData());
  }

  @Test
  void lackingPermission_namesWhomToAsk() {
    var refused = access(Set.of("analytics:queueObservation:view"));
    var reading = new Reading(new Came.Unasked(), refused, Optional.of("Service desk, 4711"), NOON);

    assertThat(reading.total(Kpi.of(KpiName.WAITING)))
        .isEqualTo(
            new KpiValue.NotPermitted(
                "analytics:queueObservation:view", Optional.of("Service desk, 4711")));
  }

  @Test
  void unasked_isNotApplicable_unanswered_isFailed() {
    assertThat(reading(new Came.Unasked()).total(Kpi.of(KpiName.WAITING)))
        .isEqualTo(new KpiValue.NotApplicable());
    assertThat(reading(new Came.Nothing("No.")).total(Kpi.of(KpiName.WAITING)))
        .isEqualTo(new KpiValue.Failed("No."));
  }

  @Test
  void figureThatThePlatformDoesNotHave_isFailed_besideOthers() {
    var refused = new Access.Refused(Set.of(), Set.of(), Set.of("asa"));
    var rows = new Came.Rows(List.of(row("q1", KpiName.WAITING, new Figure.Count(1))));
    var reading = new Reading(rows, access(refused), Optional.empty(), NOON);

    assertThat(reading.total(Kpi.of(KpiName.ASA))).isInstanceOf(KpiValue.Failed.class);
    assertThat(reading.total(Kpi.of(KpiName.WAITING))).isEqualTo(new KpiValue.Number(1));
  }

  private static Reading reading(Came came, String... denied) {
    return new Reading(came, access(Set.of(denied)), Optional.empty(), NOON);
  }

  private static KpiValue total(KpiName name, Figure... figures) {
    var rows = java.util.Arrays.stream(figures).map(figure -> row("q", name, figure)).toList();
    return reading(new Came.Rows(rows)).total(Kpi.of(name));
  }

  private static Row row(String queue, KpiName name, Figure figure) {
    return new Row(Map.of("queue.id", queue), Optional.empty(), Map.of(name.id(), figure));
  }

  private static Access access(Set<String> denied) {
    return access(new Access.Refused(denied, Set.of(), Set.of()));
  }

  private static Access access(Access.Refused refused) {
    var zone = new Identity.Zone(ZoneOffset.UTC, Identity.Zone.Source.SYSTEM);
    var agent = new Agent("ann", "Ann", List.of(), Locale.ENGLISH, Optional.empty());
    return new Access(agent, new Identity("ann", "Ann", Set.of("*:*:*"), List.of(), zone), refused);
  }
}
