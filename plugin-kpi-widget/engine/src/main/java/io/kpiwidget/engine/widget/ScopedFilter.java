package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.config.Filter;
import io.kpiwidget.engine.config.Placeholder;
import io.kpiwidget.engine.config.Placeholder.Moment.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A definition's filter for one owner. The guide's single query filters by queue and agent at once;
 * that way no two agents ever ask the same question, and a queue's figures shrink to one agent's.
 */
final class ScopedFilter {

  static final String QUEUE = "queue.id";
  static final String AGENT = "user.id";
  private static final String START = "conversation.start_time";

  private ScopedFilter() {}

  static Filter forQueues(Filter defined) {
    return scoped(defined, AGENT, QUEUE, "in", Placeholder.Attribute.QUEUE_ID);
  }

  static Filter forAgent(Filter defined) {
    return scoped(defined, QUEUE, AGENT, "eq", Placeholder.Attribute.USER_ID);
  }

  private static Filter scoped(
      Filter defined, String without, String with, String op, Placeholder value) {
    var clauses = new ArrayList<Filter>();
    without(defined, without)
        .ifPresent(
            rest -> clauses.addAll(rest instanceof Filter.All all ? all.clauses() : List.of(rest)));
    if (clauses.stream().noneMatch(clause -> names(clause, with))) {
      clauses.add(0, new Filter.Match(with, op, List.of(value.token())));
    }
    if (clauses.stream().noneMatch(clause -> names(clause, START))) {
      clauses.add(today());
    }
    return new Filter.All(clauses);
  }

  private static Filter today() {
    return new Filter.TimeRange(START, "in", List.of(moment(End.START), moment(End.END)));
  }

  private static String moment(End end) {
    return new Placeholder.Moment(Optional.empty(), end).token();
  }

  private static Optional<Filter> without(Filter filter, String field) {
    if (filter instanceof Filter.All all) {
      var rest = without(all.clauses(), field);
      return rest.isEmpty() ? Optional.empty() : Optional.of(new Filter.All(rest));
    }
    if (filter instanceof Filter.Any any) {
      var rest = without(any.clauses(), field);
      return rest.isEmpty() ? Optional.empty() : Optional.of(new Filter.Any(rest));
    }
    return names(filter, field) ? Optional.empty() : Optional.of(filter);
  }

  private static List<Filter> without(List<Filter> clauses, String field) {
    return clauses.stream().flatMap(clause -> without(clause, field).stream()).toList();
  }

  private static boolean names(Filter filter, String field) {
    if (filter instanceof Filter.All all) {
      return all.clauses().stream().anyMatch(clause -> names(clause, field));
    }
    if (filter instanceof Filter.Any any) {
      return any.clauses().stream().anyMatch(clause -> names(clause, field));
    }
    return filter instanceof Filter.Match match
        ? match.field().equals(field)
        : ((Filter.TimeRange) filter).field().equals(field);
  }
}
