package io.kpiwidget.chromium.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AreaTest {

  private static final Area NONE = new Area(0, 0, 0, 0);

  @Test
  void union_holdsBoth() {
    assertThat(new Area(1, 5, 2, 2).union(new Area(4, 2, 1, 1))).isEqualTo(new Area(1, 2, 4, 5));
  }

  @Test
  void union_withNothing_isTheOther() {
    Area some = new Area(4, 2, 1, 1);
    assertThat(NONE.union(some)).isEqualTo(some);
    assertThat(some.union(NONE)).isEqualTo(some);
  }

  @Test
  void within_cutsAtAllEdges() {
    assertThat(new Area(-2, -1, 10, 10).within(4, 3)).isEqualTo(new Area(0, 0, 4, 3));
    assertThat(new Area(9, 9, 1, 1).within(4, 3).empty()).isTrue();
  }
}
