package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.config.Filter;
import io.kpiwidget.engine.config.KpiScope;
import io.kpiwidget.engine.config.Metric;
import io.kpiwidget.engine.config.WidgetDefinition;
import io.kpiwidget.engine.platform.AnalyticsQuery;
import io.kpiwidget.engine.platform.AnalyticsQuery.AskedMetric;
import io.kpiwidget.engine.platform.PlatformException.Unresolved;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The questions that answer a widget for one agent: at most one for each {@link Part}. A KPI the
 * agent may not see is not asked for.
 */
public record QueryPlan(List<Question> questions) {

  /** The grid of a trend. */
  public static final Duration BUCKET = Duration.ofMinutes(30);

  public QueryPlan {
    questions = List.copyOf(questions);
  }

  /** What a question is for. */
  public enum Part {
    QUEUES,
    AGENT,
    QUEUE_TREND,
    AGENT_TREND;

    /** Whether its figures change by the half hour rather than by the second. */
    public boolean isTrend() {
      return this == QUEUE_TREND || this == AGENT_TREND;
    }

    private boolean isOfQueues() {
      return this == QUEUES || this == QUEUE_TREND;
    }
  }

  /** One question. */
  public record Question(Part part, AnalyticsQuery query) {}

  /** {@code now} is the platform's time: its day is the one that counts. */
  public static QueryPlan of(Widget widget, Access access, Instant now) throws Unresolved {
    var planner = new Planner(widget, access, resolver(widget, access, now));
    planner.ask(Part.QUEUES, widget.tiles(KpiScope.QUEUE));
    planner.ask(Part.AGENT, widget.tiles(KpiScope.AGENT));
    planner.ask(Part.QUEUE_TREND, widget.trend().stream().toList());
    planner.ask(Part.AGENT_TREND, widget.trend().stream().toList());
    return new QueryPlan(planner.questions);
  }

  /**
   * The definition as guide §2 wants it sent: nothing left open, the platform's metrics only. Empty
   * when there is nothing left to look at.
   */
  public static Optional<WidgetDefinition> resolved(Widget widget, Access access, Instant now)
      throws Unresolved {
    var locale = access.agent().locale();
    return resolver(widget, access, now)
        .resolve(complete(widget.definition().filter()))
        .map(filter -> resolved(widget, filter, locale));
  }

  private static WidgetDefinition resolved(Widget widget, Filter filter, Locale locale) {
    var defined = widget.definition();
    return new WidgetDefinition(
        defined.name(),
        defined.title(),
        defined.description(),
        defined.dataSource(),
        defined.window(),
        filter,
        defined.chartType(),
        widget.tiles().stream().map(tile -> raw(tile, locale)).toList(),
        defined.autoRefresh(),
        defined.refreshInterval());
  }

  // a definition without a filter would show the platform's shell everything
  private static Filter complete(Filter defined) {
    boolean empty = defined instanceof Filter.All all && all.clauses().isEmpty();
    return empty ? ScopedFilter.forQueues(defined) : defined;
  }

  private static Metric raw(Tile tile, Locale locale) {
    return new Metric.Raw(tile.title(locale), tile.kpi().type(), tile.kpi().field());
  }

  private static Resolver resolver(Widget widget, Access access, Instant now) {
    return new Resolver(access, widget.definition().window(), now);
  }

  private record Planner(
      Widget widget, Access access, Resolver resolver, List<Question> questions) {

    Planner(Widget widget, Access access, Resolver resolver) {
      this(widget, access, resolver, new ArrayList<>());
    }

    void ask(Part part, List<Tile> tiles) throws Unresolved {
      var metrics = asked(tiles);
      if (!metrics.isEmpty()) {
        resolver
            .resolve(scoped(part))
            .ifPresent(filter -> questions.add(new Question(part, query(part, filter, metrics))));
      }
    }

    private List<AskedMetric> asked(List<Tile> tiles) {
      return tiles.stream()
          .map(Tile::kpi)
          .filter(kpi -> access.isAsked(kpi) && widget.applies(kpi))
          .map(kpi -> new AskedMetric(kpi.id(), kpi.type(), kpi.field()))
          .toList();
    }

    private Filter scoped(Part part) {
      var defined = widget.definition().filter();
      return part.isOfQueues() ? ScopedFilter.forQueues(defined) : ScopedFilter.forAgent(defined);
    }

    private static AnalyticsQuery query(Part part, Filter filter, List<AskedMetric> metrics) {
      return new AnalyticsQuery(
          filter,
          metrics,
          part == Part.QUEUES ? List.of(ScopedFilter.QUEUE) : List.of(),
          part.isTrend() ? Optional.of(BUCKET) : Optional.empty());
    }
  }
}
