package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.config.Filter;
import io.kpiwidget.engine.config.KpiScope;
import io.kpiwidget.engine.config.WidgetDefinition;
import io.kpiwidget.engine.config.WidgetDefinition.DataSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A definition with its KPIs looked up; no agent in it yet.
 *
 * @param ofQueues its filter for questions about queues
 * @param ofAgent its filter for questions about the agent
 */
public record Widget(
    WidgetDefinition definition, List<Tile> tiles, Filter ofQueues, Filter ofAgent) {

  public Widget {
    tiles = List.copyOf(tiles);
  }

  /** Looks every metric up. */
  public static Widget of(WidgetDefinition definition) {
    var source = definition.dataSource();
    return new Widget(
        definition,
        definition.metrics().stream()
            .map(metric -> new Tile(Kpi.of(metric, source), metric))
            .toList(),
        ScopedFilter.forQueues(definition.filter()),
        ScopedFilter.forAgent(definition.filter()));
  }

  /** What the agent reads above it. */
  public String title(Locale locale) {
    return definition.shownTitle().in(locale);
  }

  /** The tiles of one owner, in the definition's order. */
  public List<Tile> tiles(KpiScope scope) {
    return tiles.stream().filter(tile -> tile.kpi().scope() == scope).toList();
  }

  /** Whether it can have a figure of {@code kpi}: what is counted for queues has no agent. */
  public boolean applies(Kpi kpi) {
    return definition.dataSource() != DataSource.USER || kpi.scope() != KpiScope.QUEUE;
  }

  /**
   * The KPI to follow over the day, own beside queue: handle time, which both have. Empty when the
   * widget does not show it.
   */
  public Optional<Tile> trend() {
    return tiles.stream()
        .filter(tile -> tile.kpi().field().equals("conversation.duration"))
        .findFirst();
  }
}
