package io.kpiwidget.engine.widget;

import io.kpiwidget.engine.config.Direction;
import io.kpiwidget.engine.config.KpiName;
import io.kpiwidget.engine.config.KpiScope;
import io.kpiwidget.engine.config.Metric;
import io.kpiwidget.engine.config.MetricType;
import io.kpiwidget.engine.config.WidgetDefinition.DataSource;

/**
 * What a KPI is.
 *
 * @param id the name in files and snapshots
 * @param permission what it takes beside {@link Access#REPORT_VIEW}
 */
public record Kpi(
    String id,
    KpiUnit unit,
    KpiScope scope,
    Direction direction,
    String permission,
    MetricType type,
    String field) {

  private static final String OBSERVATIONS = "analytics:queueObservation:view";
  private static final String CONVERSATIONS = "analytics:conversationAggregate:view";
  private static final String AGENTS = "analytics:userAggregate:view";

  /** The catalogue's. */
  public static Kpi of(KpiName name) {
    return new Kpi(
        name.id(),
        KpiUnit.of(name.unit()),
        name.scope(),
        name.direction(),
        permission(name.scope(), name.field()),
        name.type(),
        name.field());
  }

  /** The one that {@code metric} asks for; a field of the platform is shown as it comes. */
  static Kpi of(Metric metric, DataSource source) {
    if (metric instanceof Metric.Known known) {
      return of(known.kpi());
    }
    var raw = (Metric.Raw) metric;
    return KpiName.of(raw.type(), raw.field()).map(Kpi::of).orElseGet(() -> unnamed(raw, source));
  }

  private static Kpi unnamed(Metric.Raw raw, DataSource source) {
    var scope = source == DataSource.QUEUE ? KpiScope.QUEUE : KpiScope.AGENT;
    return new Kpi(
        raw.name(),
        KpiUnit.of(raw.look().unit().orElse(raw.type().unit())),
        scope,
        raw.look().direction().orElse(Direction.NEITHER),
        permission(scope, raw.field()),
        raw.type(),
        raw.field());
  }

  // what is now is an observation, the rest is added up: over conversations, or over agents
  private static String permission(KpiScope scope, String field) {
    if (field.startsWith("queue.") || (scope == KpiScope.QUEUE && field.startsWith("agent."))) {
      return OBSERVATIONS;
    }
    return field.startsWith("agent.") ? AGENTS : CONVERSATIONS;
  }
}
