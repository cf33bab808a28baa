package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.widget.KpiValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HistoryTest {

  private final History history = new History(Duration.ofSeconds(30));

  @ParameterizedTest
  @CsvSource({"1, 0", "4, 0", "5, 5", "6, 6", "40, 40", "41, 40", "500, 40"})
  void values_areNoneUntilThereAreFive_andFortyAtMost(int polls, int shown) {
    for (int i = 0; i < polls; i++) {
      add(i, i * 30L);
    }

    assertThat(history.values("k")).hasSize(shown);
    assertThat(history.values("other")).isEmpty();
    if (shown > 0) {
      assertThat(history.values("k")).endsWith(polls - 1.0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, ", "30, ", "900, ", "1499, ", "1500, 3", "1800, 3", "2100, 3", "2101, ", "86400, "
  })
  void delta_isAgainstAboutHalfAnHourAgo_orUnknown(long later, Double delta) {
    add(5, 0);

    var expected = delta == null ? OptionalDouble.empty() : OptionalDouble.of(delta);
    assertThat(add(8, later)).isEqualTo(expected);
  }

  @Test
  void delta_takesTheValueNearestToHalfAnHourAgo() {
    for (int minute = 0; minute < 60; minute++) {
      add(minute, minute * 60L);
    }

    assertThat(add(100, 3600)).hasValue(70);
  }

  @Test
  void delta_atTenSeconds_stillReachesBackHalfAnHour() {
    var quick = new History(Duration.ofSeconds(10));
    OptionalDouble delta = OptionalDouble.empty();
    for (int i = 0; i <= 1000; i++) {
      delta = quick.add("k", new KpiValue.Number(i), at(i * 10L));
    }

    assertThat(delta).hasValue(180);
    assertThat(quick.values("k")).hasSize(40);
  }

  @Test
  void delta_atOneHour_isAgainstThePollBefore() {
    var slow = new History(Duration.ofHours(1));
    slow.add("k", new KpiValue.Number(3), at(0));

    assertThat(slow.add("k", new KpiValue.Number(5), at(3600))).hasValue(2);
  }

  @Test
  void delta_whereThereWasNoNumber_isUnknown() {
    history.add("k", new KpiValue.NoData(), at(0));

    assertThat(add(6, 1800)).isEmpty();
    assertThat(history.add("k", new KpiValue.NoData(), at(3600))).isEmpty();
  }

  @Test
  void anotherDay_startsAnew() {
    for (int i = 0; i < 10; i++) {
      add(50, i * 30L);
    }
    history.clear();

    assertThat(add(0, 1800)).isEmpty();
    assertThat(history.values("k")).isEmpty();
  }

  @Test
  void gap_isNaN_andNoPoint() {
    for (int i = 0; i < 4; i++) {
      add(i, i * 30L);
    }
    history.add("k", new KpiValue.NoData(), at(120));
    assertThat(history.values("k")).isEmpty();
    add(9, 150);

    assertThat(history.values("k")).containsExactly(0.0, 1.0, 2.0, 3.0, Double.NaN, 9.0);
  }

  @Test
  void sameAnswerTwice_isOneSample() {
    for (int i = 0; i < 8; i++) {
      add(5, i / 2 * 30L);
    }

    assertThat(history.values("k")).isEmpty();
  }

  @Test
  void drawable_countsNumbersOnly() {
    assertThat(History.drawable(List.of(1.0, 2.0, 3.0, 4.0, Double.NaN))).isEmpty();
    assertThat(History.drawable(List.of(1.0, 2.0, 3.0, 4.0, 5.0))).hasSize(5);
  }

  private OptionalDouble add(double value, long second) {
    return history.add("k", new KpiValue.Number(value), at(second));
  }

  private static Time.Moment at(long second) {
    return new Time.Moment(Instant.EPOCH.plusSeconds(second), Duration.ofSeconds(second).toNanos());
  }
}
