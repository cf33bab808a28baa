package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.cache.CachedAnswer;
import io.kpiwidget.engine.feed.KpiSnapshot.Notice;
import io.kpiwidget.engine.identity.Agent;
import io.kpiwidget.engine.platform.Row;
import io.kpiwidget.engine.platform.Time;
import io.kpiwidget.engine.widget.Access;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import io.kpiwidget.engine.widget.Reading.Came;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the platform answered in one go.
 *
 * @param at by our clock, when it was complete
 * @param now the same by the platform's clock
 */
record Round(
    Access access,
    Asker.Answers answers,
    WidgetRegistration.Outcome widget,
    List<Notice> notices,
    Time.Moment at,
    Instant now) {

  Round {
    notices = List.copyOf(notices);
  }

  Agent agent() {
    return access.agent();
  }

  List<Row> rows(Part part) {
    return came(part) instanceof Came.Rows there ? there.rows() : List.of();
  }

  /** What came of a part's question. */
  Came came(Part part) {
    var answer = answers.there().get(part);
    if (answer != null) {
      return new Came.Rows(answer.rows());
    }
    var cause = answers.failed().get(part);
    return cause != null ? new Came.Nothing(cause) : new Came.Unasked();
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

  /** The versions of the answers with figures of now: equal ones say that none has changed. */
  Map<Part, Long> versions() {
    return answers.there().entrySet().stream()
        .filter(entry -> !entry.getKey().isTrend())
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().version()));
  }

  private Stream<CachedAnswer> figures() {
    return answers.there().entrySet().stream()
        .filter(entry -> !entry.getKey().isTrend())
        .map(Map.Entry::getValue);
  }
}
