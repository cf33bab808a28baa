package io.kpiwidget.panel;

import io.kpiwidget.engine.feed.Asked;
import io.kpiwidget.engine.feed.FeedState.Age;
import io.kpiwidget.engine.feed.KpiFeed;
import io.kpiwidget.engine.feed.KpiSnapshot;
import io.kpiwidget.engine.feed.KpiSnapshot.Cell;
import io.kpiwidget.engine.feed.KpiSnapshot.Kpi;
import io.kpiwidget.engine.feed.KpiSnapshot.Label;
import io.kpiwidget.engine.feed.KpiSnapshot.Notice;
import io.kpiwidget.engine.feed.KpiSnapshot.QueueRow;
import io.kpiwidget.engine.feed.KpiSnapshot.Trend;
import io.kpiwidget.engine.feed.Trouble;
import io.kpiwidget.engine.widget.KpiStatus;
import io.kpiwidget.engine.widget.KpiUnit;
import io.kpiwidget.engine.widget.KpiValue;
import io.kpiwidget.engine.widget.QueryPlan.Part;
import io.kpiwidget.engine.widget.TimeWindow;
import io.kpiwidget.panel.state.PanelState;
import io.kpiwidget.panel.state.Problem;
import io.kpiwidget.panel.state.Texts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Figures to show in tests and in the demo. */
public final class Samples {

  public static final Instant AS_OF = Instant.parse("2026-11-23T13:52:10Z");
  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  public static final Notice CLOSED =
      new Notice("Billing was closed; its figures are gone.", "Nothing to do.");

  private Samples() {}

  /** A usual afternoon: one queue in trouble. */
  public static KpiSnapshot snapshot() {
    return snapshot(7, Locale.UK, kpis());
  }

  public static KpiSnapshot snapshot(long version, Locale locale, List<Kpi> kpis) {
    return new KpiSnapshot(
        version,
        "My service today",
        "Ann Weber",
        locale,
        BERLIN,
        AS_OF,
        kpis,
        queues(),
        List.of(trend()),
        Optional.of("w1"),
        List.of());
  }

  /** The usual afternoon with news. */
  public static KpiSnapshot withNotices(Notice... notices) {
    return with(kpis(), queues(), List.of(notices));
  }

  /** Every kind of value, as tiles and as one queue's cells. */
  public static KpiSnapshot ofEveryKind() {
    return with(
        everyKind().stream().map(v -> kpi(id(v), id(v), KpiUnit.COUNT, v)).toList(),
        List.of(
            new QueueRow(
                "q",
                "Billing",
                KpiStatus.NEUTRAL,
                everyKind().stream().map(Samples::cell).toList())),
        List.of());
  }

  private static List<KpiValue> everyKind() {
    return List.of(
        new KpiValue.Number(0),
        new KpiValue.NoData(),
        new KpiValue.NotPermitted("analytics:userAggregate:view", Optional.of("the help desk")),
        new KpiValue.NotApplicable(),
        new KpiValue.Failed("The platform refused it."));
  }

  private static String id(KpiValue value) {
    return value.getClass().getSimpleName();
  }

  private static Cell cell(KpiValue value) {
    return new Cell(id(value), id(value), KpiUnit.COUNT, value, KpiStatus.NEUTRAL);
  }

  private static KpiSnapshot with(List<Kpi> kpis, List<QueueRow> queues, List<Notice> notices) {
    var s = snapshot();
    return new KpiSnapshot(
        8,
        s.title(),
        s.agentName(),
        s.locale(),
        s.zone(),
        s.asOf(),
        kpis,
        queues,
        s.trends(),
        s.widgetId(),
        notices);
  }

  /** A tile that wants a row of its own. */
  public static Kpi large(String id, String about) {
    return new Kpi(
        new Label(id, "Large", about, KpiUnit.COUNT, true),
        new KpiValue.Number(3),
        KpiStatus.NEUTRAL,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        wave(3, 24, 3, 1));
  }

  public static PanelState.Kpis live() {
    return live(snapshot());
  }

  public static PanelState.Kpis live(KpiSnapshot snapshot) {
    return new PanelState.Kpis(snapshot, Age.FRESH, Optional.empty(), AS_OF);
  }

  public static Trouble unreachable() {
    return new Trouble(
        Trouble.Code.UNREACHABLE,
        "The platform cannot be reached.",
        "Check the network; we keep trying.",
        Optional.of(AS_OF.plusSeconds(30)));
  }

  /** So many problems, at {@code /p1}, {@code /p2} and so on. */
  public static PanelState.Misconfigured misconfigured(Path file, int problems) {
    return new PanelState.Misconfigured(
        file,
        IntStream.rangeClosed(1, problems)
            .mapToObj(i -> new Problem("/p" + i, "Wrong " + i + ".", "Mend " + i + "."))
            .toList());
  }

  /** The agent must sign in with their browser; empty {@code link} when none waits yet. */
  public static Trouble signIn(String link) {
    return new Trouble(
        Trouble.Code.SIGN_IN_BROWSER,
        link.isEmpty() ? "The platform wants you to sign in." : "Your browser waits for you.",
        "Sign in.",
        Optional.empty(),
        Optional.of(link).filter(text -> !text.isEmpty()).map(URI::create),
        "");
  }

  public static List<Kpi> kpis() {
    return List.of(
        kpi("waiting", "Waiting now", KpiUnit.COUNT, 6, KpiStatus.NEAR_LIMIT, 5, 2),
        kpi("longestWait", "Longest wait", KpiUnit.DURATION, 187, KpiStatus.BREACHED, 120, 62),
        kpi("serviceLevel", "Service level", KpiUnit.RATIO, 0.833, KpiStatus.ON_TARGET, 0.8, 0.01),
        kpi("aht", "Average handle time", KpiUnit.DURATION, 252, KpiStatus.ON_TARGET, 270, -9),
        kpi("handled", "Conversations handled", KpiUnit.COUNT, 37, KpiStatus.NEUTRAL, -1, 4),
        kpi("occupancy", "Occupancy", KpiUnit.RATIO, 0.764, KpiStatus.ON_TARGET, 0.85, 0));
  }

  public static Kpi kpi(
      String id,
      String title,
      KpiUnit unit,
      double value,
      KpiStatus status,
      double target,
      double delta) {
    return new Kpi(
        new Label(id, title, "", unit, false),
        new KpiValue.Number(value),
        status,
        target < 0 ? OptionalDouble.empty() : OptionalDouble.of(target),
        OptionalDouble.of(delta),
        wave(id.hashCode(), 24, value, value * 0.3));
  }

  public static Kpi kpi(String id, String title, KpiUnit unit, KpiValue value) {
    return new Kpi(
        new Label(id, title, "", unit, false),
        value,
        KpiStatus.NEUTRAL,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of());
  }

  private static List<QueueRow> queues() {
    return List.of(
        queue("q3", "Sales", 0, Double.NaN, 0.97, KpiStatus.ON_TARGET),
        queue("q2", "Support EN", 2, 64, 0.88, KpiStatus.NEAR_LIMIT),
        queue("q1", "Billing", 3, 187, 0.71, KpiStatus.BREACHED),
        queue("q4", "Support DE", 1, 22, 0.93, KpiStatus.ON_TARGET));
  }

  public static QueueRow queue(
      String id, String name, double waiting, double longest, double level, KpiStatus status) {
    return new QueueRow(
        id,
        name,
        status,
        List.of(
            cell("waiting", "Waiting now", KpiUnit.COUNT, waiting, KpiStatus.NEUTRAL),
            cell("longestWait", "Longest wait", KpiUnit.DURATION, longest, status),
            cell("serviceLevel", "Service level", KpiUnit.RATIO, level, KpiStatus.NEUTRAL)));
  }

  private static Cell cell(String kpi, String title, KpiUnit unit, double value, KpiStatus status) {
    var there = Double.isNaN(value) ? new KpiValue.NoData() : new KpiValue.Number(value);
    return new Cell(kpi, title, unit, there, Double.isNaN(value) ? KpiStatus.NEUTRAL : status);
  }

  private static Trend trend() {
    var times = new ArrayList<Instant>();
    for (int i = 0; i < 24; i++) {
      times.add(Instant.parse("2026-11-23T08:00:00Z").plusSeconds(900L * i));
    }
    return new Trend(
        "aht",
        "Average handle time today",
        KpiUnit.DURATION,
        times,
        Map.of("own", wave(5, 24, 245, 70), "queue", wave(9, 24, 290, 20)),
        OptionalDouble.of(270));
  }

  private static List<Double> wave(int seed, int size, double end, double height) {
    var values = new ArrayList<Double>();
    for (int i = 0; i < size; i++) {
      double swing = Math.sin((i + seed % 7) * 0.7) + 0.5 * Math.sin(i * 1.9 + seed);
      values.add(i == size - 1 ? end : Math.max(0, end + height * swing * (1 - i / 40.0)));
    }
    return values;
  }

  /** Queues' figures of five seconds ago, as the support desk reads of them. */
  public static Asked asked() {
    var day =
        new TimeWindow(
            Instant.parse("2026-11-22T23:00:00Z"), Instant.parse("2026-11-23T23:00:00Z"));
    var key =
        new Asked.Key(
            "api.example",
            "POST /v2/analytics/query",
            Part.QUEUES,
            "3fa91c",
            "99ab01",
            Optional.of(day),
            List.of("waiting", "longestWait"));
    return new Asked(
        key,
        Asked.State.FRESH,
        Optional.of(Duration.ofSeconds(5)),
        Optional.of(Duration.ofSeconds(25)),
        Duration.ZERO,
        new Asked.Traffic(304, 16, 12, 20480));
  }

  /** What the support desk reads. */
  public static String askedWords(Texts texts) {
    return new AskedWords(texts)
        .of(
            List.of(new Failure("TIMEOUT", "K7F3QZ", "No answer came.", "Wait.")),
            new KpiFeed.Metrics(
                List.of(asked(), asked()),
                Map.of("POST /v2/analytics/query", 24L),
                Map.of(200, 14L, 304, 12L),
                Map.of("token", "fresh", "zone", "Europe/Berlin by PLATFORM")));
  }
}
