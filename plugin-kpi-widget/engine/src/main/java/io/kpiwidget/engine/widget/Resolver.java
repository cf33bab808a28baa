package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.config.Filter;
import io.kpiwidget.engine.config.Placeholder;
import io.kpiwidget.engine.config.Window;
import io.kpiwidget.engine.platform.PlatformException.Unresolved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts values where a definition has placeholders. It works on the tree and replaces whole values,
 * so that no value can become structure. Nothing that looks like a placeholder leaves it. One
 * thread.
 */
final class Resolver {

  private final Access access;
  private final Window own;
  private final Instant now;
  private final Map<Window, TimeWindow> windows = new HashMap<>();

  /**
   * For one moment.
   *
   * @param own the definition's window
   * @param now by the platform's clock
   */
  Resolver(Access access, Window own, Instant now) {
    this.access = access;
    this.own = own;
    this.now = now;
  }

  /** Empty when nothing can pass the filter: all queues it names are closed. */
  Optional<Filter> resolve(Filter filter) throws Unresolved {
    if (filter instanceof Filter.All all) {
      var clauses = resolve(all.clauses());
      return clauses.size() == all.clauses().size()
          ? Optional.of(new Filter.All(clauses))
          : Optional.empty();
    }
    if (filter instanceof Filter.Any any) {
      var clauses = resolve(any.clauses());
      return clauses.isEmpty() ? Optional.empty() : Optional.of(new Filter.Any(clauses));
    }
    return filter instanceof Filter.Match match ? match(match) : range((Filter.TimeRange) filter);
  }

  private List<Filter> resolve(List<Filter> clauses) throws Unresolved {
    var resolved = new ArrayList<Filter>();
    for (var clause : clauses) {
      resolve(clause).ifPresent(resolved::add);
    }
    return resolved;
  }

  private Optional<Filter> match(Filter.Match match) throws Unresolved {
    var values = values(match.values());
    if (match.field().equals(ScopedFilter.QUEUE)) {
      values.removeAll(access.refused().queues());
    }
    // one placeholder may stand for many values, or for none
    var op = values.size() == 1 ? match.op() : "in";
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(new Filter.Match(match.field(), op, values));
  }

  private Optional<Filter> range(Filter.TimeRange range) throws Unresolved {
    return Optional.of(new Filter.TimeRange(range.field(), range.op(), values(range.values())));
  }

  private List<String> values(List<String> templates) throws Unresolved {
    var values = new ArrayList<String>();
    for (var template : templates) {
      var placeholder = Placeholder.in(template);
      values.addAll(placeholder.isPresent() ? values(placeholder.get()) : List.of(template));
      refuseBraces(template, values);
    }
    return values;
  }

  private static void refuseBraces(String template, List<String> values) throws Unresolved {
    if (values.stream().anyMatch(Placeholder::isHintedAt)) {
      throw new Unresolved(template, "its value looks like another placeholder");
    }
  }

  private List<String> values(Placeholder placeholder) throws Unresolved {
    if (placeholder instanceof Placeholder.Moment moment) {
      return List.of(text(moment));
    }
    var attribute = (Placeholder.Attribute) placeholder;
    var values = values(attribute);
    if (values.isEmpty() && !attribute.isOfQueues()) {
      throw new Unresolved(attribute.token(), "the desktop does not tell it"); // it means not "all"
    }
    return values;
  }

  private List<String> values(Placeholder.Attribute attribute) {
    return switch (attribute) {
      case QUEUE_ID, QUEUE_IDS -> access.queues().stream().map(queue -> queue.id()).toList();
      case USER_ID -> List.of(access.identity().agentId());
      case DIVISION_ID -> access.agent().division().stream().toList();
      case SKILL -> access.agent().skills().stream().sorted().distinct().toList();
      case LANGUAGE -> List.of(access.agent().locale().getLanguage());
    };
  }

  private String text(Placeholder.Moment moment) throws Unresolved {
    var window = window(moment);
    return moment.end() == Placeholder.Moment.End.START ? window.startText() : window.endText();
  }

  private TimeWindow window(Placeholder.Moment moment) throws Unresolved {
    var wanted = moment.window().orElse(own);
    var known = windows.get(wanted);
    if (known != null) {
      return known;
    }
    var window =
        TimeWindow.of(wanted, now, access.identity().zone().id(), shift())
            .orElseThrow(
                () -> new Unresolved(moment.token(), "the desktop tells no shift for this time"));
    windows.put(wanted, window);
    return window;
  }

  private Optional<TimeWindow> shift() {
    return access.agent().shift().map(shift -> new TimeWindow(shift.start(), shift.end()));
  }
}
