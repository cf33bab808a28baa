package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.widget.KpiValue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Recent values of each KPI, for one agent's session, in memory. Feed thread. */
final class History {

  private static final int LONGEST = 40;

  private final Duration interval;
  private final Map<String, Deque<Sample>> samples = new HashMap<>();

  private record Sample(Time.Moment at, double value) {}

  History(Duration interval) {
    this.interval = interval;
  }

  /** Notes {@code value}; answers how it changed against about one interval ago. */
  OptionalDouble add(String kpi, KpiValue value, Time.Moment at) {
    var series = samples.computeIfAbsent(kpi, name -> new ArrayDeque<>());
    double number = value instanceof KpiValue.Number known ? known.value() : Double.NaN;
    var delta = delta(series, number, at);
    if (series.isEmpty() || series.getLast().at().until(at).compareTo(Duration.ZERO) > 0) {
      series.addLast(new Sample(at, number));
    }
    if (series.size() > LONGEST) {
      series.removeFirst();
    }
    return delta;
  }

  /** Oldest first; NaN where there was no number. */
  List<Double> values(String kpi) {
    var values = new ArrayList<Double>();
    samples.getOrDefault(kpi, new ArrayDeque<>()).forEach(sample -> values.add(sample.value()));
    return values;
  }

  private OptionalDouble delta(Deque<Sample> series, double number, Time.Moment at) {
    for (Iterator<Sample> newest = series.descendingIterator(); newest.hasNext(); ) {
      var sample = newest.next();
      if (sample.at().until(at).compareTo(interval.dividedBy(2)) >= 0) {
        double delta = number - sample.value();
        return Double.isNaN(delta) ? OptionalDouble.empty() : OptionalDouble.of(delta);
      }
    }
    return OptionalDouble.empty();
  }
}
