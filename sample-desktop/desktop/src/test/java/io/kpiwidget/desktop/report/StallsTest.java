package io.kpiwidget.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StallsTest {

  private static final long MS = 1_000_000;

  private final Stalls stalls = new Stalls();

  @Test
  void nothingPosted_nothingFound() {
    assertThat(stalls.found(99 * MS)).isEqualTo(new Stalls.Found(0, 0, List.of()));
  }

  @ParameterizedTest
  @CsvSource({"49,0", "50,0", "51,1"})
  void delay_countsAbove50Ms(long delay, int counted) {
    stalls.probePosted(0);
    stalls.probeRan(delay * MS);

    assertThat(stalls.found(1000 * MS)).isEqualTo(new Stalls.Found(delay, counted, List.of()));
  }

  @Test
  void longest_isKept() {
    stalls.probePosted(0);
    stalls.probeRan(80 * MS);
    stalls.probePosted(100 * MS);
    stalls.probeRan(101 * MS);

    assertThat(stalls.found(102 * MS)).isEqualTo(new Stalls.Found(80, 1, List.of()));
  }

  @Test
  void secondProbe_isNotPostedWhileOneIsUnderWay() {
    assertThat(stalls.probePosted(0)).isTrue();
    assertThat(stalls.probePosted(10 * MS)).isFalse();
    stalls.probeRan(20 * MS);
    assertThat(stalls.probePosted(30 * MS)).isTrue();
  }

  @Test
  void stallThatIsNotOver_countsToo() {
    stalls.probePosted(0);

    assertThat(stalls.found(70 * MS)).isEqualTo(new Stalls.Found(70, 1, List.of()));
  }

  @Test
  void where_isAskedForOnceAStallIsTheWorst() {
    stalls.probePosted(0);
    assertThat(stalls.worst(50 * MS)).isFalse();
    assertThat(stalls.worst(51 * MS)).isTrue();
    stalls.where(List.of("here"), 60 * MS);
    assertThat(stalls.worst(60 * MS)).isFalse();
    stalls.probeRan(61 * MS);

    assertThat(stalls.worst(90 * MS)).isFalse();
    assertThat(stalls.found(90 * MS).where()).containsExactly("here");
  }
}
