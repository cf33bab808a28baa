package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.platform.Figure;
import io.kpiwidget.engine.platform.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads KPIs out of an answer's rows.
 *
 * @param now by the platform's clock
 */
public record Reading(List<Row> rows, Access access, Instant now) {

  public Reading {
    rows = List.copyOf(rows);
  }

  /** {@code kpi} over all rows: sums of parts, never averages of averages. */
  public KpiValue total(Kpi kpi) {
    return value(kpi, rows);
  }

  /** {@code kpi} of one queue. */
  public KpiValue ofQueue(Kpi kpi, String queueId) {
    return value(
        kpi, rows.stream().filter(row -> queueId.equals(row.group().get("queue.id"))).toList());
  }

  private KpiValue value(Kpi kpi, List<Row> of) {
    var missing = access.missing(kpi);
    if (missing.isPresent()) {
      return new KpiValue.NotPermitted(missing.get());
    }
    var number = figure(kpi, of).map(figure -> figure.value(now));
    return number.isPresent() && number.get().isPresent()
        ? new KpiValue.Number(number.get().getAsDouble())
        : new KpiValue.NoData();
  }

  private static Optional<Figure> figure(Kpi kpi, List<Row> of) {
    return of.stream()
        .flatMap(row -> Optional.ofNullable(row.figures().get(kpi.id())).stream())
        .reduce(Figure::plus);
  }
}
