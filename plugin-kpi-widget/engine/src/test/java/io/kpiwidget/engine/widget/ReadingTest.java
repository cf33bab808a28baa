package io.kpiwidget.engine.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.config.KpiName;
import io.kpiwidget.engine.identity.Identity;
import io.kpiwidget.engine.platform.Figure;
import io.kpiwidget.engine.platform.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
    var reading = new Reading(rows, access(Set.of("analytics:queueObservation:view")), NOON);

    assertThat(reading.total(KpiCatalogue.get(KpiName.WAITING)))
        .isEqualTo(new KpiValue.NotPermitted("analytics:queueObservation:view"));
  }

  @Test
  void oneQueue_isReadFromItsOwnRow() {
    var rows =
        List.of(
            row("q1", KpiName.WAITING, new Figure.Count(1)),
            row("q2", KpiName.WAITING, new Figure.Count(5)));
    var reading = new Reading(rows, access(Set.of()), NOON);

    assertThat(reading.ofQueue(KpiCatalogue.get(KpiName.WAITING), "q2"))
        .isEqualTo(new KpiValue.Number(5));
    assertThat(reading.ofQueue(KpiCatalogue.get(KpiName.WAITING), "q3"))
        .isEqualTo(new KpiValue.NoData());
  }

  private static KpiValue total(KpiName name, Figure... figures) {
    var rows = java.util.Arrays.stream(figures).map(figure -> row("q", name, figure)).toList();
    return new Reading(rows, access(Set.of()), NOON).total(KpiCatalogue.get(name));
  }

  private static Row row(String queue, KpiName name, Figure figure) {
    return new Row(Map.of("queue.id", queue), Optional.empty(), Map.of(name.id(), figure));
  }

  private static Access access(Set<String> denied) {
    var zone = new Identity.Zone(ZoneOffset.UTC, Identity.Zone.Source.SYSTEM);
    return new Access(new Identity("ann", "Ann", Set.of("*:*:*"), List.of(), zone), denied);
  }
}
