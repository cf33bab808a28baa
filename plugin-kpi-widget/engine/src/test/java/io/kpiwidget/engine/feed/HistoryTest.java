package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.widget.KpiValue;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class HistoryTest {

  private final History history = new History(Duration.ofSeconds(30));

  @Test
  void firstValue_hasNoDelta() {
    assertThat(add(5, 0)).isEmpty();
    assertThat(history.values("k")).containsExactly(5.0);
    assertThat(history.values("other")).isEmpty();
  }

  @Test
  void delta_isAgainstAboutOneIntervalAgo_notAgainstARefreshByHand() {
    add(5, 0);
    add(7, 25);

    assertThat(add(8, 30)).hasValue(3);
    assertThat(add(8, 55)).hasValue(0);
  }

  @Test
  void gap_isNaNAndHasNoDelta() {
    add(5, 0);
    assertThat(history.add("k", new KpiValue.NoData(), at(30))).isEmpty();
    assertThat(add(6, 60)).isEmpty();

    assertThat(history.values("k")).containsExactly(5.0, Double.NaN, 6.0);
  }

  @Test
  void sameAnswerTwice_isOneSample() {
    add(5, 0);
    add(5, 0);

    assertThat(history.values("k")).hasSize(1);
  }

  @Test
  void length_isBounded() {
    for (int i = 0; i < 500; i++) {
      add(i, i * 30L);
    }

    assertThat(history.values("k")).hasSize(40).endsWith(499.0);
  }

  private OptionalDouble add(double value, long second) {
    return history.add("k", new KpiValue.Number(value), at(second));
  }

  private static Time.Moment at(long second) {
    return new Time.Moment(Instant.EPOCH.plusSeconds(second), Duration.ofSeconds(second).toNanos());
  }
}
