package io.kpiwidget.panel.swing;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import io.kpiwidget.engine.feed.FeedState.Age;
import io.kpiwidget.engine.feed.KpiSnapshot.Kpi;
import io.kpiwidget.engine.feed.KpiSnapshot.Notice;
import io.kpiwidget.engine.feed.Trouble;
import io.kpiwidget.engine.widget.KpiUnit;
import io.kpiwidget.engine.widget.KpiValue;
import io.kpiwidget.panel.Samples;
import io.kpiwidget.panel.state.AgentState;
import io.kpiwidget.panel.state.KpiText;
import io.kpiwidget.panel.state.PanelState;
import io.kpiwidget.panel.state.Texts;
import java.awt.Color;
import java.awt.FlowLayout;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

/**
 * Shows the native view's states side by side: {@code Demo light|dark
 * kpis|states|signIn|notices|asked}.
 */
final class Demo {

  private static final Path FILE = Path.of("/opt/vendor/desktop/settings/kpi-widget.json");

  private Demo() {}

  public static void main(String[] args) {
    FlatLaf look = args[0].equals("dark") ? new FlatDarkLaf() : new FlatLightLaf();
    SwingUtilities.invokeLater(() -> open(look, samples(args[1])));
  }

  private static List<Sample> samples(String name) {
    return switch (name) {
      case "kpis" -> kpis();
      case "signIn" -> signIn();
      case "notices" -> notices();
      case "asked" -> List.of();
      default -> states();
    };
  }

  private static void open(FlatLaf look, List<Sample> samples) {
    FlatLaf.setup(look);
    var all = new JPanel(new FlowLayout(FlowLayout.LEFT, 8, 8));
    all.setBackground(Color.GRAY);
    samples.forEach(s -> all.add(surface(s)));
    if (samples.isEmpty()) {
      all.add(asked(Locale.UK));
      all.add(asked(Locale.GERMANY));
    }
    var frame = new JFrame("demo");
    frame.setUndecorated(true);
    frame.setContentPane(all);
    frame.setSize(1600, 1000);
    frame.setVisible(true);
  }

  private static AskedPane asked(Locale locale) {
    var pane = new AskedPane(() -> {}, text -> true, () -> {});
    pane.setPreferredSize(new java.awt.Dimension(320, 800));
    var texts = Texts.in(locale);
    pane.show(Samples.askedWords(texts), texts);
    return pane;
  }

  private static PanelSurface surface(Sample sample) {
    var surface = new PanelSurface(Clock.systemUTC(), new NoCommands(), () -> {});
    surface.setPreferredSize(new java.awt.Dimension(sample.width(), sample.height()));
    surface.language(sample.locale());
    if (sample.state() instanceof PanelState.Kpis kpis) {
      var text = new KpiText(kpis.snapshot().locale(), kpis.snapshot().zone());
      var now = Samples.AS_OF.plus(sample.age());
      surface.freshness(text.freshness(kpis, now));
      var since = Samples.AS_OF.minusSeconds(385);
      surface.agent(text.agentState(AgentState.of("Available", since), now));
    }
    surface.notice(sample.notice(), sample.notice().isEmpty() ? "" : "Figures are shown natively.");
    surface.show(sample.state());
    return surface;
  }

  private static List<Sample> kpis() {
    var german = Samples.snapshot(8, Locale.GERMANY, Samples.kpis());
    return List.of(
        new Sample(Samples.live(), 300, 800),
        new Sample(Samples.live(), 360, 800),
        new Sample(Samples.live(german), 480, 800).in(Locale.GERMANY),
        new Sample(troubled(Age.STALE), 360, 800).aged(3).noting("The browser view ended."));
  }

  private static List<Sample> states() {
    return List.of(
        new Sample(new PanelState.Starting("Signing in"), 300, 480),
        new Sample(new PanelState.SignedOut(), 300, 480),
        new Sample(new PanelState.Failed(Samples.unreachable()), 300, 480),
        new Sample(Samples.misconfigured(FILE, 7), 300, 480),
        new Sample(troubled(Age.EXPIRED), 300, 480).aged(72),
        new Sample(Samples.live(Samples.snapshot(9, Locale.UK, holes())), 300, 480));
  }

  private static List<Sample> notices() {
    var tiles = new ArrayList<>(Samples.kpis());
    tiles.add(3, Samples.large("l", "How it comes about."));
    var large = Samples.snapshot(10, Locale.UK, tiles);
    var news = new Notice("Sales is new among your queues.", "");
    return List.of(
        new Sample(Samples.live(Samples.withNotices(Samples.CLOSED, news)), 220, 800),
        new Sample(Samples.live(Samples.ofEveryKind()), 220, 800),
        new Sample(Samples.live(large), 320, 800),
        new Sample(Samples.live(Samples.withNotices(news, Samples.CLOSED)), 320, 800),
        new Sample(Samples.live(Samples.ofEveryKind()), 440, 800));
  }

  private static List<Sample> signIn() {
    var asks = new PanelState.Failed(Samples.signIn(""));
    var waits = new PanelState.Failed(Samples.signIn("https://login.example/authorize"));
    return List.of(
        new Sample(asks, 300, 480),
        new Sample(waits, 300, 480),
        new Sample(asks, 360, 480).in(Locale.GERMANY),
        new Sample(waits, 360, 480).in(Locale.GERMANY));
  }

  private static PanelState.Kpis troubled(Age age) {
    Optional<Trouble> trouble = Optional.of(Samples.unreachable());
    return new PanelState.Kpis(Samples.snapshot(), age, trouble, Samples.AS_OF);
  }

  private static List<Kpi> holes() {
    var kpis = new ArrayList<>(Samples.kpis().subList(0, 2));
    kpis.add(Samples.kpi("asa", "Speed of answer", KpiUnit.DURATION, new KpiValue.NoData()));
    var lacking = new KpiValue.NotPermitted("analytics:conversationAggregate:view");
    kpis.add(Samples.kpi("aht", "Average handle time", KpiUnit.DURATION, lacking));
    var failed = new KpiValue.Failed("The platform refused this metric.");
    kpis.add(Samples.kpi("acw", "After-call work", KpiUnit.DURATION, failed));
    kpis.add(Samples.kpi("offered", "Offered", KpiUnit.COUNT, new KpiValue.NotApplicable()));
    return kpis;
  }

  private record Sample(
      PanelState state, int width, int height, Duration age, Locale locale, String notice) {

    Sample(PanelState state, int width, int height) {
      this(state, width, height, Duration.ZERO, Locale.UK, "");
    }

    Sample aged(int minutes) {
      return new Sample(state, width, height, Duration.ofMinutes(minutes), locale, notice);
    }

    Sample in(Locale other) {
      return new Sample(state, width, height, age, other, notice);
    }

    Sample noting(String sentence) {
      return new Sample(state, width, height, age, locale, sentence);
    }
  }
}
