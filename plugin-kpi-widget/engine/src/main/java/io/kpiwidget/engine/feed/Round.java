package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.cache.CachedAnswer;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.Row;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.widget.Access;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the platform answered in one go.
 *
 * @param at by our clock, when it was complete
 * @param now the same by the platform's clock
 */
record Round(
    Agent agent,
    Access access,
    Map<Part, CachedAnswer> answers,
    WidgetRegistration.Outcome widget,
    Time.Moment at,
    Instant now) {

  Round {
    answers = Map.copyOf(answers);
  }

  List<Row> rows(Part part) {
    return Optional.ofNullable(answers.get(part)).map(CachedAnswer::rows).orElse(List.of());
  }

  /** As old as its oldest figure; a trend's half hours may be older. */
  Instant asOf() {
    return figures().map(CachedAnswer::asOf).min(Comparator.naturalOrder()).orElse(now);
  }

  /** When the oldest figure was asked for. */
  Time.Moment asked() {
    return figures()
        .map(CachedAnswer::asked)
        .min(Comparator.comparingLong(moment -> moment.nanos() - at.nanos()))
        .orElse(at);
  }

  private Stream<CachedAnswer> figures() {
    return answers.entrySet().stream()
        .filter(entry -> !entry.getKey().isTrend())
        .map(Map.Entry::getValue);
  }
}
