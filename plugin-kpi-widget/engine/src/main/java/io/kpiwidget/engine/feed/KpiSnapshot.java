package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.widget.KpiStatus;
import io.kpiwidget.engine.widget.KpiUnit;
import io.kpiwidget.engine.widget.KpiValue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All figures of one moment. Immutable.
 *
 * @param version rises with each change; equal versions are equal figures
 * @param asOf when the platform answered, by its own clock
 * @param widgetId the platform's id of the widget, where it has one
 */
public record KpiSnapshot(
    long version,
    String title,
    String agentName,
    Locale locale,
    ZoneId zone,
    Instant asOf,
    List<Kpi> kpis,
    List<QueueRow> queues,
    List<Trend> trends,
    Optional<String> widgetId) {

  public KpiSnapshot {
    kpis = List.copyOf(kpis);
    queues = List.copyOf(queues);
    trends = List.copyOf(trends);
  }

  /**
   * One tile.
   *
   * @param id the catalogue's name, such as {@code longestWait}
   * @param target in the KPI's unit
   * @param delta against about half an hour ago, in the KPI's unit; empty while that is unknown
   * @param history recent values, oldest first, NaN where there was none: the day's half hours
   *     where the platform tells them, else what was polled; empty while there are too few to draw
   */
  public record Kpi(
      String id,
      String title,
      KpiUnit unit,
      KpiValue value,
      KpiStatus status,
      OptionalDouble target,
      OptionalDouble delta,
      List<Double> history) {

    public Kpi {
      history = List.copyOf(history);
    }
  }

  /** One queue; {@code cells} by catalogue name, in the order of the table's columns. */
  public record QueueRow(String id, String name, KpiStatus status, List<Cell> cells) {

    public QueueRow {
      cells = List.copyOf(cells);
    }
  }

  /** One figure of a queue. */
  public record Cell(String kpi, String title, KpiUnit unit, KpiValue value, KpiStatus status) {}

  /** Values over time: {@code series} by name ("own", "queue"), each as long as {@code times}. */
  public record Trend(
      String id,
      String title,
      KpiUnit unit,
      List<Instant> times,
      Map<String, List<Double>> series,
      OptionalDouble target) {

    public Trend {
      times = List.copyOf(times);
      series = Map.copyOf(series);
    }
  }
}
