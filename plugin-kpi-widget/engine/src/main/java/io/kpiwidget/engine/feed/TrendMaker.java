package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.feed.KpiSnapshot.Trend;
import io.kpiwidget.engine.platform.Figure;
import io.kpiwidget.engine.platform.Row;
import io.kpiwidget.engine.widget.QueryPlan;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import io.kpiwidget.engine.widget.Tile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One KPI over the day: the agent's own beside their queues'. */
final class TrendMaker {

  private static final Duration LONGEST_DAY = Duration.ofHours(25);

  private TrendMaker() {}

  /** Empty while there is nothing to draw. */
  static Optional<Trend> make(Tile tile, Round round) {
    var own = figures(tile, round.rows(Part.AGENT_TREND), round.now());
    var queue = figures(tile, round.rows(Part.QUEUE_TREND), round.now());
    var known = new TreeSet<>(own.keySet());
    known.addAll(queue.keySet());
    var times = grid(known);
    if (times.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Trend(
            tile.kpi().id(),
            tile.title(round.agent().locale()),
            tile.kpi().unit(),
            times,
            Map.of("own", values(own, times, round), "queue", values(queue, times, round)),
            tile.target()));
  }

  // evenly spaced, so that a gap in the day is a gap in the picture
  private static List<Instant> grid(SortedSet<Instant> known) {
    var times = new ArrayList<Instant>();
    if (known.isEmpty()) {
      return times;
    }
    for (var t = known.first(); !t.isAfter(known.last()); t = t.plus(QueryPlan.BUCKET)) {
      times.add(t);
    }
    return times;
  }

  private static Map<Instant, Figure> figures(Tile tile, List<Row> rows, Instant now) {
    var figures = new TreeMap<Instant, Figure>();
    for (var row : rows) {
      var figure = row.figures().get(tile.kpi().id());
      if (figure != null && row.from().filter(from -> isToday(from, now)).isPresent()) {
        figures.merge(row.from().get(), figure, Figure::plus);
      }
    }
    return figures;
  }

  // a day has 25 hours at most; one bucket from another year would make a picture of millions
  private static boolean isToday(Instant from, Instant now) {
    return from.isAfter(now.minus(LONGEST_DAY)) && from.isBefore(now.plus(LONGEST_DAY));
  }

  private static List<Double> values(
      Map<Instant, Figure> figures, List<Instant> times, Round round) {
    return times.stream()
        .map(
            time ->
                figures.containsKey(time)
                    ? Objects.requireNonNull(figures.get(time))
                        .value(round.now())
                        .orElse(Double.NaN)
                    : Double.NaN)
        .toList();
  }
}
