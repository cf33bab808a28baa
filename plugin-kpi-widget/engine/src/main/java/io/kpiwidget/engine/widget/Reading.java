package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.platform.Figure;
import io.kpiwidget.engine.platform.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads KPIs out of what came of a question.
 *
 * @param contact whom agents ask for what they lack
 * @param now by the platform's clock
 */
public record Reading(Came came, Access access, Optional<String> contact, Instant now) {

  /** What came of a question. */
  public sealed interface Came {

    /** An answer. */
    record Rows(List<Row> rows) implements Came {
      public Rows {
        rows = List.copyOf(rows);
      }
    }

    /** No answer; {@code cause} is a sentence for the agent. */
    record Nothing(String cause) implements Came {}

    /** It was not asked, since there is nothing that it could be about. */
    record Unasked() implements Came {}
  }

  private static final String UNKNOWN = "The platform does not have this figure.";

  /** {@code kpi} over all rows: sums of parts, never averages of averages. */
  public KpiValue total(Kpi kpi) {
    return value(kpi, row -> true);
  }

  /** {@code kpi} of one queue. */
  public KpiValue ofQueue(Kpi kpi, String queueId) {
    return value(kpi, row -> queueId.equals(row.group().get(ScopedFilter.QUEUE)));
  }

  private KpiValue value(Kpi kpi, Predicate<Row> of) {
    var missing = access.missing(kpi);
    if (missing.isPresent()) {
      return new KpiValue.NotPermitted(missing.get(), contact);
    }
    if (access.refused().kpis().contains(kpi.id())) {
      return new KpiValue.Failed(UNKNOWN);
    }
    if (came instanceof Came.Nothing nothing) {
      return new KpiValue.Failed(nothing.cause());
    }
    return came instanceof Came.Rows there
        ? number(kpi, there.rows().stream().filter(of).toList())
        : new KpiValue.NotApplicable();
  }

  private KpiValue number(Kpi kpi, List<Row> of) {
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
