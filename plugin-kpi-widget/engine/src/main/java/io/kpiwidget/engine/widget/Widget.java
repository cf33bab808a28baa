package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.config.Metric;
import io.kpiwidget.engine.config.WidgetDefinition;
import io.kpiwidget.engine.config.WidgetDefinition.DataSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** A definition with its KPIs looked up; no agent in it yet. */
public record Widget(WidgetDefinition definition, List<Tile> tiles) {

  public Widget {
    tiles = List.copyOf(tiles);
  }

  /** Looks every metric up; of two for the same KPI the first counts. */
  public static Widget of(WidgetDefinition definition) {
    var tiles = new LinkedHashMap<String, Tile>();
    for (var metric : definition.metrics()) {
      var tile = tile(metric, definition.dataSource());
      tiles.putIfAbsent(tile.kpi().id(), tile);
    }
    return new Widget(definition, List.copyOf(tiles.values()));
  }

  /** The tiles of one owner, in the definition's order. */
  public List<Tile> tiles(Kpi.Scope scope) {
    return tiles.stream().filter(tile -> tile.kpi().scope() == scope).toList();
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

  private static Tile tile(Metric metric, DataSource source) {
    if (metric instanceof Metric.Known known) {
      var kpi = KpiCatalogue.get(known.kpi());
      return new Tile(kpi, known.title().orElse(kpi.title()), known.limits());
    }
    var raw = (Metric.Raw) metric;
    var kpi =
        KpiCatalogue.of(raw.type(), raw.field())
            .map(KpiCatalogue::get)
            .orElseGet(() -> unnamed(raw, source));
    return new Tile(kpi, raw.name(), Metric.Limits.NONE);
  }

  // a field of the platform that our catalogue does not have is shown as it comes
  private static Kpi unnamed(Metric.Raw raw, DataSource source) {
    return new Kpi(
        raw.name(),
        raw.name(),
        KpiUnit.of(raw.type()),
        source == DataSource.QUEUE ? Kpi.Scope.QUEUE : Kpi.Scope.AGENT,
        Kpi.Direction.NEITHER,
        KpiCatalogue.permissionFor(raw.field()),
        raw.type(),
        raw.field());
  }
}
