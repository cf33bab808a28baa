package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.config.Filter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What a refused question stumbled over, where the platform points at it. */
public sealed interface Culprit {

  /** A queue that is not there any more. */
  record ClosedQueue(String id) implements Culprit {}

  /** A figure that the platform does not have. */
  record UnknownKpi(String id) implements Culprit {}

  /**
   * Follows {@code pointer} (RFC 6901) into a question.
   *
   * @param kpis the ids of the metrics asked for, in their order
   */
  static Optional<Culprit> of(String pointer, Filter filter, List<String> kpis) {
    var path = Arrays.asList(pointer.split("/")).iterator();
    path.next(); // before the first slash
    if (!path.hasNext()) {
      return Optional.empty();
    }
    return switch (path.next()) {
      case "metrics" -> step(path, kpis).map(UnknownKpi::new);
      case "filter" -> closed(path, filter);
      default -> Optional.empty();
    };
  }

  private static Optional<Culprit> closed(Iterator<String> path, Filter filter) {
    if (!path.hasNext()) {
      return Optional.empty();
    }
    var member = path.next();
    if (filter instanceof Filter.Match match) {
      return member.equals("values") && match.field().equals(ScopedFilter.QUEUE)
          ? step(path, match.values()).map(ClosedQueue::new)
          : Optional.empty();
    }
    return member.equals("clauses")
        ? step(path, clauses(filter)).flatMap(clause -> closed(path, clause))
        : Optional.empty();
  }

  private static List<Filter> clauses(Filter filter) {
    if (filter instanceof Filter.All all) {
      return all.clauses();
    }
    return filter instanceof Filter.Any any ? any.clauses() : List.of();
  }

  private static <T> Optional<T> step(Iterator<String> path, List<T> among) {
    var index = path.hasNext() ? path.next() : "";
    return index.matches("\\d{1,4}") && Integer.parseInt(index) < among.size()
        ? Optional.of(among.get(Integer.parseInt(index)))
        : Optional.empty();
  }
}
