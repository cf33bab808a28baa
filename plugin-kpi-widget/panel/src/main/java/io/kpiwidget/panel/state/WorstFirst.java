package io.kpiwidget.panel.state;

import io.kpiwidget.engine.feed.KpiSnapshot.QueueRow;
import io.kpiwidget.engine.widget.KpiStatus;
import java.util.Comparator;
import java.util.List;

/**
 * Queues in the order an agent should look at them. Ties go by name and not by figure, so that a
 * row keeps its place until a status changes.
 */
public final class WorstFirst {

  private static final Comparator<QueueRow> ORDER =
      Comparator.comparing(QueueRow::status, Comparator.reverseOrder())
          .thenComparing(WorstFirst::breaches, Comparator.reverseOrder())
          .thenComparing(QueueRow::name, String.CASE_INSENSITIVE_ORDER)
          .thenComparing(QueueRow::id);

  private WorstFirst() {}

  /** The same rows, worst first. */
  public static List<QueueRow> of(List<QueueRow> queues) {
    return queues.stream().sorted(ORDER).toList();
  }

  private static long breaches(QueueRow queue) {
    return queue.cells().stream().filter(c -> c.status() == KpiStatus.BREACHED).count();
  }
}
