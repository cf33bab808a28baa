package io.kpiwidget.panel.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.engine.feed.KpiSnapshot.QueueRow;
import io.kpiwidget.engine.widget.KpiStatus;
import io.kpiwidget.panel.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WorstFirstTest {

  @Test
  void of_sortsByStatusThenName() {
    assertThat(names(WorstFirst.of(Samples.snapshot().queues())))
        .containsExactly("Billing", "Support EN", "Sales", "Support DE");
  }

  @Test
  void of_figuresChange_keepsTheOrder() {
    var before = List.of(neutral("b", "B", 9), neutral("a", "A", 1));
    var after = List.of(neutral("a", "A", 30), neutral("b", "B", 2));
    assertThat(names(WorstFirst.of(before))).isEqualTo(names(WorstFirst.of(after)));
  }

  @Test
  void of_sameNames_areToldApartById() {
    var rows = List.of(neutral("2", "Same", 1), neutral("1", "same", 1));
    assertThat(WorstFirst.of(rows)).extracting(QueueRow::id).containsExactly("1", "2");
  }

  private static QueueRow neutral(String id, String name, double waiting) {
    return Samples.queue(id, name, waiting, 1, 1, KpiStatus.NEUTRAL);
  }

  private static List<String> names(List<QueueRow> rows) {
    return rows.stream().map(QueueRow::name).toList();
  }
}
