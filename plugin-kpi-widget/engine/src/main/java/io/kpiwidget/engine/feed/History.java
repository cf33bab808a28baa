package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.widget.KpiValue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Recent values of each KPI, for one agent's day, in memory. Feed thread. */
final class History {

  /** Fewer points make a line that says nothing. */
  static final int FEWEST = 5;

  /** What a change is told against: since the last poll it would be noise. */
  static final Duration AGO = Duration.ofMinutes(30);

  private static final int LONGEST = 40;
  private static final Duration SLACK = Duration.ofMinutes(5);

  private final Duration slack;
  private final Map<String, Deque<Sample>> samples = new HashMap<>();

  private record Sample(Time.Moment at, double value) {}

  /** {@code interval} is the time between two samples: when it is long, so is "about". */
  History(Duration interval) {
    var half = interval.dividedBy(2);
    slack = half.compareTo(SLACK) > 0 ? half : SLACK;
  }

  /** Another day: counts begin at nothing, and are compared with nothing. */
  void clear() {
    samples.clear();
  }

  /**
   * Notes {@code value}; answers how it changed against about half an hour ago, if that is known.
   */
  OptionalDouble add(String kpi, KpiValue value, Time.Moment at) {
    var series = samples.computeIfAbsent(kpi, name -> new ArrayDeque<>());
    double number = value instanceof KpiValue.Number known ? known.value() : Double.NaN;
    var delta = delta(series, number, at);
    if (series.isEmpty() || series.getLast().at().until(at).compareTo(Duration.ZERO) > 0) {
      series.addLast(new Sample(at, number));
    }
    while (series.size() > LONGEST && isPast(series.getFirst(), at)) {
      series.removeFirst();
    }
    return delta;
  }

  /** Oldest first, NaN where there was no number; empty while they are too few to draw. */
  List<Double> values(String kpi) {
    var series = samples.getOrDefault(kpi, new ArrayDeque<>());
    return drawable(
        series.stream().skip(Math.max(0, series.size() - LONGEST)).map(Sample::value).toList());
  }

  /** {@code values}, or nothing while there are too few numbers in them. */
  static List<Double> drawable(List<Double> values) {
    return values.stream().filter(value -> !value.isNaN()).count() < FEWEST ? List.of() : values;
  }

  private boolean isPast(Sample sample, Time.Moment at) {
    return sample.at().until(at).compareTo(AGO.plus(slack)) > 0;
  }

  private OptionalDouble delta(Deque<Sample> series, double number, Time.Moment at) {
    return series.stream()
        .filter(sample -> distance(sample, at).compareTo(slack) <= 0)
        .filter(sample -> sample.at().until(at).compareTo(AGO.dividedBy(2)) >= 0)
        .min(Comparator.comparing(sample -> distance(sample, at)))
        .map(sample -> number - sample.value())
        .filter(delta -> !delta.isNaN())
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  private static Duration distance(Sample sample, Time.Moment at) {
    return sample.at().until(at).minus(AGO).abs();
  }
}
