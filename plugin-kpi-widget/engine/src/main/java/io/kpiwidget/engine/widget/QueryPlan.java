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
  }

  /** One question. */
  public record Question(Part part, AnalyticsQuery query) {}

  /** {@code now} is the platform's time: its day is the one that counts. */
  public static QueryPlan of(Widget widget, Access access, Instant now) throws Unresolved {
    var resolver = resolver(widget, access, now);
    var planner = new Planner(widget, access, new ArrayList<>());
    var trend = widget.trend().stream().toList();
    var queues = resolver.resolve(widget.ofQueues());
    planner.ask(Part.QUEUES, queues, widget.tiles(KpiScope.QUEUE));
    var agent = resolver.resolve(widget.ofAgent());
    planner.ask(Part.AGENT, agent, widget.tiles(KpiScope.AGENT));
    planner.ask(Part.QUEUE_TREND, queues, trend);
    planner.ask(Part.AGENT_TREND, agent, trend);
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
        .resolve(complete(widget))
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
  private static Filter complete(Widget widget) {
    var defined = widget.definition().filter();
    boolean empty = defined instanceof Filter.All all && all.clauses().isEmpty();
    return empty ? widget.ofQueues() : defined;
  }

  private static Metric raw(Tile tile, Locale locale) {
    return new Metric.Raw(tile.title(locale), tile.kpi().type(), tile.kpi().field());
  }

  private static Resolver resolver(Widget widget, Access access, Instant now) {
    return new Resolver(access, widget.definition().window(), now);
  }

  private record Planner(Widget widget, Access access, List<Question> questions) {

    void ask(Part part, Optional<Filter> filter, List<Tile> tiles) {
      var metrics = asked(tiles);
      if (filter.isPresent() && !metrics.isEmpty()) {
        questions.add(new Question(part, query(part, filter.get(), metrics)));
      }
    }

    private List<AskedMetric> asked(List<Tile> tiles) {
      return tiles.stream()
          .map(Tile::kpi)
          .filter(kpi -> access.isAsked(kpi) && widget.applies(kpi))
          .map(kpi -> new AskedMetric(kpi.id(), kpi.type(), kpi.field()))
          .toList();
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
