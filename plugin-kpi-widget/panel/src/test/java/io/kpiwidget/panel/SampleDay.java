package io.kpiwidget.panel;

import io.kpiwidget.engine.feed.FeedState.Age;
import io.kpiwidget.engine.feed.KpiSnapshot;
import io.kpiwidget.engine.feed.KpiSnapshot.Kpi;
import io.kpiwidget.engine.feed.KpiSnapshot.QueueRow;
import io.kpiwidget.engine.feed.KpiSnapshot.Trend;
import io.kpiwidget.engine.widget.KpiStatus;
import io.kpiwidget.engine.widget.KpiUnit;
import io.kpiwidget.engine.widget.KpiValue;
import io.kpiwidget.panel.state.PanelState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/** Figures of one invented day; always the same ones, with versions that rise. */
final class SampleDay {

  private long version;

  /** What most agents see. */
  PanelState.Kpis usual() {
    return usual(Locale.UK, Age.FRESH);
  }

  PanelState.Kpis usual(Locale locale, Age age) {
    var kpis = new ArrayList<Kpi>(Samples.kpis());
    kpis.set(
        5,
        Samples.kpi(
            "occupancy",
            "Occupancy",
            KpiUnit.RATIO,
            new KpiValue.NotPermitted(
                "analytics:userAggregate:view", Optional.of("the service desk, extension 4711"))));
    var snapshot = Samples.snapshot(++version, locale, kpis);
    return new PanelState.Kpis(snapshot, age, Optional.empty(), Samples.AS_OF);
  }

  /**
   * The most that a view takes: 60 KPIs, 50 queues, 3 trends of 300 points; {@code turn} varies.
   */
  PanelState.Kpis large(int turn) {
    var usual = Samples.snapshot();
    return Samples.live(
        new KpiSnapshot(
            ++version,
            usual.title(),
            usual.agentName(),
            usual.locale(),
            usual.zone(),
            usual.asOf(),
            IntStream.range(0, 60).mapToObj(i -> kpi(i, turn)).toList(),
            IntStream.range(0, 50).mapToObj(i -> queue(i, turn)).toList(),
            IntStream.range(0, 3).mapToObj(i -> trend(i, turn)).toList(),
            usual.widgetId(),
            List.of()));
  }

  private static Random draw(int number, int turn) {
    return new Random(number * 1000L + turn);
  }

  private static KpiStatus status(Random draw) {
    return KpiStatus.values()[draw.nextInt(KpiStatus.values().length)];
  }

  private static Kpi kpi(int number, int turn) {
    var draw = draw(number, turn);
    return Samples.kpi(
        "kpi" + number,
        "KPI " + number,
        KpiUnit.COUNT,
        draw.nextInt(100),
        status(draw),
        50,
        draw.nextInt(9) - 4);
  }

  private static QueueRow queue(int number, int turn) {
    var draw = draw(number, turn);
    return Samples.queue(
        "q" + number,
        "Queue " + number,
        draw.nextInt(9),
        draw.nextInt(300),
        draw.nextInt(100) / 100.0,
        status(draw));
  }

  private static Trend trend(int number, int turn) {
    var draw = draw(number, turn);
    return new Trend(
        "trend" + number,
        "Trend " + number,
        KpiUnit.DURATION,
        IntStream.range(0, 300).mapToObj(i -> Samples.AS_OF.minusSeconds(90L * (300 - i))).toList(),
        Map.of("own", values(draw), "queue", values(draw)),
        OptionalDouble.of(270));
  }

  private static List<Double> values(Random draw) {
    return draw.doubles(300, 180, 380).boxed().toList();
  }
}
