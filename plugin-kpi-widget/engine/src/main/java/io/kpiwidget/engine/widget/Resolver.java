package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.config.Filter;
import io.kpiwidget.engine.config.Placeholder;
import java.util.List;

/**
 * Puts values where a definition has placeholders. It works on the tree and replaces whole values,
 * so that no value can become structure.
 */
record Resolver(String agentId, List<String> queueIds, TimeWindow window) {

  Filter resolve(Filter filter) {
    if (filter instanceof Filter.All all) {
      return new Filter.All(all.clauses().stream().map(this::resolve).toList());
    }
    if (filter instanceof Filter.Any any) {
      return new Filter.Any(any.clauses().stream().map(this::resolve).toList());
    }
    if (filter instanceof Filter.Match match) {
      return new Filter.Match(match.field(), match.op(), values(match.values()));
    }
    var range = (Filter.TimeRange) filter;
    return new Filter.TimeRange(range.field(), range.op(), values(range.values()));
  }

  private List<String> values(List<String> templates) {
    return templates.stream().flatMap(template -> value(template).stream()).toList();
  }

  private List<String> value(String template) {
    var placeholder = Placeholder.in(template);
    if (placeholder.isPresent()) {
      return value(placeholder.get());
    }
    if (template.contains("{{")) {
      throw new IllegalArgumentException("no value for " + template);
    }
    return List.of(template);
  }

  private List<String> value(Placeholder placeholder) {
    return switch (placeholder) {
      case QUEUE_ID -> queueIds;
      case USER_ID -> List.of(agentId);
      case START_TIME -> List.of(window.startText());
      case END_TIME -> List.of(window.endText());
    };
  }
}
