package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.config.Filter;
import io.kpiwidget.engine.config.Metric;
import io.kpiwidget.engine.config.WidgetDefinition;
import io.kpiwidget.engine.identity.Identity;
import io.kpiwidget.engine.platform.AnalyticsQuery;
import io.kpiwidget.engine.platform.AnalyticsQuery.AskedMetric;
import io.kpiwidget.engine.platform.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  public static QueryPlan of(Widget widget, Access access, Instant now) {
    var planner = new Planner(widget, access, resolver(access.identity(), now));
    planner.ask(Part.QUEUES, asked(widget.tiles(Kpi.Scope.QUEUE), access));
    planner.ask(Part.AGENT, asked(widget.tiles(Kpi.Scope.AGENT), access));
    var trend = asked(widget.trend().stream().toList(), access);
    planner.ask(Part.QUEUE_TREND, trend);
    planner.ask(Part.AGENT_TREND, trend);
    return new QueryPlan(planner.questions);
  }

  /** The definition as guide §2 wants it sent: nothing left open, the platform's metrics only. */
  public static WidgetDefinition resolved(Widget widget, Identity identity, Instant now) {
    var defined = widget.definition();
    return new WidgetDefinition(
        defined.name(),
        defined.description(),
        defined.dataSource(),
        resolver(identity, now).resolve(complete(defined.filter())),
        defined.chartType(),
        widget.tiles().stream().map(QueryPlan::raw).toList(),
        defined.autoRefresh(),
        defined.refreshInterval());
  }

  // a definition without a filter would show the platform's shell everything
  private static Filter complete(Filter defined) {
    boolean empty = defined instanceof Filter.All all && all.clauses().isEmpty();
    return empty ? ScopedFilter.forQueues(defined) : defined;
  }

  private static Metric raw(Tile tile) {
    return new Metric.Raw(tile.title(), tile.kpi().type(), tile.kpi().field());
  }

  private static Resolver resolver(Identity identity, Instant now) {
    return new Resolver(
        identity.agentId(),
        identity.queues().stream().map(Queue::id).toList(),
        TimeWindow.today(now, identity.zone().id()));
  }

  private static List<AskedMetric> asked(List<Tile> tiles, Access access) {
    return tiles.stream()
        .map(Tile::kpi)
        .filter(kpi -> access.missing(kpi).isEmpty())
        .map(kpi -> new AskedMetric(kpi.id(), kpi.type(), kpi.field()))
        .toList();
  }

  private record Planner(
      Widget widget, Access access, Resolver resolver, List<Question> questions) {

    Planner(Widget widget, Access access, Resolver resolver) {
      this(widget, access, resolver, new ArrayList<>());
    }

    void ask(Part part, List<AskedMetric> metrics) {
      boolean ofQueues = part == Part.QUEUES || part == Part.QUEUE_TREND;
      if (metrics.isEmpty() || (ofQueues && access.identity().queues().isEmpty())) {
        return; // a filter without a queue could mean "all of them"
      }
      var defined = widget.definition().filter();
      var scoped = ofQueues ? ScopedFilter.forQueues(defined) : ScopedFilter.forAgent(defined);
      questions.add(new Question(part, query(part, resolver.resolve(scoped), metrics)));
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
