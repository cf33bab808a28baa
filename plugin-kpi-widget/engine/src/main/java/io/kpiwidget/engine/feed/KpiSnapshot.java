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
 * @param notices newest first
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
    Optional<String> widgetId,
    List<Notice> notices) {

  public KpiSnapshot {
    kpis = List.copyOf(kpis);
    queues = List.copyOf(queues);
    trends = List.copyOf(trends);
    notices = List.copyOf(notices);
  }

  /**
   * One tile.
   *
   * @param target in the KPI's unit
   * @param delta against about half an hour ago, in the KPI's unit; empty while that is unknown
   * @param history recent values, oldest first, NaN where there was none: the day's half hours
   *     where the platform tells them, else what was polled; empty while there are too few to draw
   */
  public record Kpi(
      Label label,
      KpiValue value,
      KpiStatus status,
      OptionalDouble target,
      OptionalDouble delta,
      List<Double> history) {

    public Kpi {
      history = List.copyOf(history);
    }

    public String id() {
      return label.id();
    }

    public String title() {
      return label.title();
    }

    public KpiUnit unit() {
      return label.unit();
    }
  }

  /**
   * What a tile is called.
   *
   * @param id the catalogue's name, such as {@code longestWait}
   * @param about how the figure comes about, for who asks; empty when that is not known
   * @param large whether the tile wants a row of its own
   */
  public record Label(String id, String title, String about, KpiUnit unit, boolean large) {}

  /** News about what the agent sees, beside the figures: no failure, and it passes by itself. */
  public record Notice(String sentence, String nextStep) {}

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
