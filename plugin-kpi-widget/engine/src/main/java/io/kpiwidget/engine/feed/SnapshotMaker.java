package io.kpiwidget.engine.feed;

import io.kpiwidget.engine.config.KpiScope;
import io.kpiwidget.engine.feed.KpiSnapshot.Cell;
import io.kpiwidget.engine.feed.KpiSnapshot.Kpi;
import io.kpiwidget.engine.feed.KpiSnapshot.Label;
import io.kpiwidget.engine.feed.KpiSnapshot.QueueRow;
import io.kpiwidget.engine.feed.KpiSnapshot.Trend;
import io.kpiwidget.engine.platform.Queue;
import io.kpiwidget.engine.widget.KpiStatus;
import io.kpiwidget.engine.widget.KpiValue;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import io.kpiwidget.engine.widget.Reading;
import io.kpiwidget.engine.widget.Tile;
import io.kpiwidget.engine.widget.Widget;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Makes snapshots out of one session's rounds. Feed thread. */
final class SnapshotMaker {

  private final Widget widget;
  private final Optional<String> contact;
  private final History history;
  private final LongSupplier versions;
  private @Nullable KpiSnapshot last;
  private @Nullable LocalDate day;

  /** {@code versions} counts on over all sessions of a feed: no two share one. */
  SnapshotMaker(Setting setting, LongSupplier versions) {
    this.widget = setting.widget();
    this.contact = setting.config().contact();
    this.versions = versions;
    this.history = new History(widget.definition().refreshInterval());
  }

  /** The next snapshot; with the last one's version when no figure changed. */
  KpiSnapshot next(Round round) {
    var made = make(round);
    var before = last;
    boolean same = before != null && sameFigures(before, made);
    var next =
        same && before != null ? with(before.version(), before, made.asOf()) : numbered(made);
    last = next;
    return next;
  }

  private KpiSnapshot numbered(KpiSnapshot made) {
    return with(versions.getAsLong(), made, made.asOf());
  }

  private KpiSnapshot make(Round round) {
    forgetYesterday(round);
    return new KpiSnapshot(
        0,
        widget.title(round.agent().locale()),
        round.access().identity().name(),
        round.agent().locale(),
        round.access().identity().zone().id(),
        round.asOf(),
        widget.tiles().stream().map(tile -> kpi(tile, round)).toList(),
        rows(round),
        trend(round).stream().toList(),
        round.widget().id(),
        round.notices());
  }

  private List<QueueRow> rows(Round round) {
    boolean none =
        !columns().isEmpty() && columns().stream().noneMatch(t -> widget.applies(t.kpi()));
    return none
        ? List.of()
        : round.access().queues().stream().map(queue -> row(queue, round)).toList();
  }

  private List<Tile> columns() {
    return widget.tiles(KpiScope.QUEUE);
  }

  private Kpi kpi(Tile tile, Round round) {
    var part = isOwn(tile) ? Part.AGENT : Part.QUEUES;
    var value = reading(round, part).total(tile.kpi());
    var delta = history.add(tile.kpi().id(), value, round.asked());
    return new Kpi(
        label(tile, round.agent().locale()),
        value,
        tile.status(value),
        tile.target(),
        delta,
        history(tile, round));
  }

  private static Label label(Tile tile, Locale locale) {
    return new Label(
        tile.kpi().id(), tile.title(locale), tile.about(locale), tile.kpi().unit(), tile.large());
  }

  // the day so far, where the platform tells it; else what we saw ourselves
  private List<Double> history(Tile tile, Round round) {
    return trend(round)
        .filter(trend -> trend.id().equals(tile.kpi().id()))
        .map(trend -> trend.series().get(isOwn(tile) ? "own" : "queue"))
        .map(History::drawable)
        .filter(values -> !values.isEmpty())
        .orElseGet(() -> history.values(tile.kpi().id()));
  }

  private static boolean isOwn(Tile tile) {
    return tile.kpi().scope() == KpiScope.AGENT;
  }

  private void forgetYesterday(Round round) {
    var today = LocalDate.ofInstant(round.now(), round.access().identity().zone().id());
    if (!today.equals(day)) {
      history.clear();
      day = today;
    }
  }

  private QueueRow row(Queue queue, Round round) {
    var reading = reading(round, Part.QUEUES);
    var cells =
        columns().stream()
            .map(
                tile -> cell(tile, reading.ofQueue(tile.kpi(), queue.id()), round.agent().locale()))
            .toList();
    var worst = cells.stream().map(Cell::status).max(Comparator.naturalOrder());
    return new QueueRow(queue.id(), queue.name(), worst.orElse(KpiStatus.NEUTRAL), cells);
  }

  private static Cell cell(Tile tile, KpiValue value, Locale locale) {
    return new Cell(
        tile.kpi().id(), tile.title(locale), tile.kpi().unit(), value, tile.status(value));
  }

  private Optional<Trend> trend(Round round) {
    return widget.trend().flatMap(tile -> TrendMaker.make(tile, round));
  }

  private Reading reading(Round round, Part part) {
    return new Reading(round.came(part), round.access(), contact, round.now());
  }

  private static boolean sameFigures(KpiSnapshot a, KpiSnapshot b) {
    return bare(a).equals(bare(b));
  }

  // histories grow by equal values, too; that alone is no change
  private static KpiSnapshot bare(KpiSnapshot s) {
    var kpis =
        s.kpis().stream()
            .map(k -> new Kpi(k.label(), k.value(), k.status(), k.target(), k.delta(), List.of()))
            .toList();
    return new KpiSnapshot(
        0,
        s.title(),
        s.agentName(),
        s.locale(),
        s.zone(),
        Instant.EPOCH,
        kpis,
        s.queues(),
        s.trends(),
        s.widgetId(),
        s.notices());
  }

  private static KpiSnapshot with(long version, KpiSnapshot s, Instant asOf) {
    return new KpiSnapshot(
        version,
        s.title(),
        s.agentName(),
        s.locale(),
        s.zone(),
        asOf,
        s.kpis(),
        s.queues(),
        s.trends(),
        s.widgetId(),
        s.notices());
  }
}
