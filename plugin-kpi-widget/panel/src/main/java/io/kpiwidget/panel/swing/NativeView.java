package io.kpiwidget.panel.swing;

import io.kpiwidget.engine.feed.FeedState.Age;
import io.kpiwidget.engine.feed.KpiSnapshot.Trend;
import io.kpiwidget.engine.feed.Trouble;
import io.kpiwidget.panel.state.KpiText;
import io.kpiwidget.panel.state.PanelState;
import io.kpiwidget.panel.state.PanelView;
import io.kpiwidget.panel.state.Problem;
import io.kpiwidget.panel.state.Texts;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Graphics;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import org.jspecify.annotations.Nullable;

/** The KPI view in plain Swing. */
final class NativeView extends JPanel implements PanelView {

  private static final String KPIS = "kpis";
  private static final String MESSAGE = "message";
  private static final String SKELETON = "skeleton";
  private static final int MOST_PROBLEMS = 3;

  private final JLabel agent = new JLabel();
  private final CardLayout cards = new CardLayout();
  private final JPanel middle = new JPanel(cards);
  private final Column column = new Column();
  private final Banner trouble = new Banner("trouble", false);
  private final Notices notices = new Notices();
  private final TileGrid tiles = new TileGrid();
  private final QueueTable queues = new QueueTable();
  private final Map<String, TrendChart> trends = new LinkedHashMap<>();
  private final Skeleton skeleton = new Skeleton();
  private final MessagePane message;
  private final Clock clock;
  private final Runnable painted;
  private Texts texts = Texts.in(Locale.getDefault());
  private KpiText text = new KpiText(Locale.getDefault(), ZoneId.of("UTC"));
  private ZoneId zone = ZoneId.of("UTC");
  private String card = SKELETON;
  private boolean built;

  /** {@code painted} runs each time figures were painted. */
  NativeView(Clock clock, PanelSurface.Commands commands, Runnable painted) {
    this.clock = clock;
    this.painted = painted;
    message = new MessagePane(commands::retry, commands::copyLink);
    setLayout(new BorderLayout());
    setName("native");
    agent.setName("native.agent");
    agent.putClientProperty("html.disable", true);
    agent.setHorizontalAlignment(SwingConstants.TRAILING);
    agent.setVisible(false);
    middle.setOpaque(false);
    column.add(trouble);
    column.add(notices);
    column.add(tiles);
    column.add(queues);
    middle.add(skeleton, SKELETON);
    middle.add(column.scrolling(), KPIS);
    middle.add(message, MESSAGE);
    add(agent, BorderLayout.NORTH);
    add(middle, BorderLayout.CENTER);
    built = true;
    look();
  }

  void language(Locale locale) {
    texts = Texts.in(locale);
  }

  /** What the agent does, in a quiet line of its own; empty for none. */
  void agent(String words) {
    agent.setText(words);
    agent.setVisible(!words.isEmpty());
  }

  @Override
  public void updateUI() {
    super.updateUI();
    // the constructor of JPanel calls this before there are any parts
    if (built) {
      look();
    }
  }

  private void look() {
    var palette = Palette.current();
    column.spacing(palette.gap() * 2, palette.gap() * 3 / 2);
    agent.setBorder(
        BorderFactory.createEmptyBorder(palette.gap(), palette.gap() * 2, 0, palette.gap() * 2));
    agent.setFont(palette.small());
    agent.setForeground(Contrast.readable(palette.faint(), palette.ground()));
    trouble.look(palette);
    notices.look(palette);
    tiles.look(palette);
    queues.look(palette);
    for (var trend : trends.values()) {
      trend.look(palette);
    }
    skeleton.look(palette);
    message.look(palette);
    repaint();
  }

  @Override
  public void showSignedOut() {
    notices.forget();
    say(
        new MessagePane.Message(
            texts.of("signedOut.title"), texts.of("signedOut.next"), "", "", "", ""));
  }

  @Override
  public void showStarting(PanelState.Starting state) {
    notices.forget();
    skeleton.show(state.step().isEmpty() ? texts.of("loading") : state.step());
    turnTo(SKELETON);
  }

  @Override
  public void showKpis(PanelState.Kpis state) {
    var snapshot = state.snapshot();
    boolean expired = state.age() == Age.EXPIRED;
    words(snapshot.locale(), snapshot.zone());
    warn(state.trouble().orElse(null));
    notices.show(snapshot.notices(), text.texts());
    tiles.show(snapshot.kpis(), text, expired);
    queues.show(snapshot.queues(), text, expired);
    showTrends(snapshot.trends(), expired);
    turnTo(KPIS);
  }

  /** One object as long as language and zone last: parts repaint when it changes. */
  private void words(Locale locale, ZoneId where) {
    if (!text.texts().locale().equals(locale) || !zone.equals(where)) {
      text = new KpiText(locale, where);
      zone = where;
    }
  }

  private void warn(@Nullable Trouble now) {
    trouble.show(now == null ? "" : now.sentence(), now == null ? "" : now.advice(), "");
  }

  private void showTrends(List<Trend> next, boolean expired) {
    var ids = next.stream().map(Trend::id).toList();
    if (!ids.equals(List.copyOf(trends.keySet()))) {
      rebuildTrends(ids);
    }
    for (var trend : next) {
      trend(trend.id()).show(trend, text, expired);
    }
  }

  private void rebuildTrends(List<String> ids) {
    for (var chart : trends.values()) {
      column.remove(chart);
    }
    trends.clear();
    for (var id : ids) {
      column.add(trend(id));
    }
    column.revalidate();
  }

  private TrendChart trend(String id) {
    var chart = trends.get(id);
    if (chart == null) {
      chart = new TrendChart(id);
      trends.put(id, chart);
    }
    return chart;
  }

  @Override
  public void showFailed(PanelState.Failed state) {
    var why = state.trouble();
    say(
        why.code() == Trouble.Code.SIGN_IN_BROWSER
            ? signIn(why.link().isPresent())
            : new MessagePane.Message(
                why.sentence(), why.advice(), "", texts.of("failed.retry"), "", again(why)));
  }

  // the words name the buttons, so they are in the buttons' language
  private MessagePane.Message signIn(boolean waits) {
    return new MessagePane.Message(
        texts.of(waits ? "signIn.waits" : "signIn.title"),
        texts.of(waits ? "signIn.waits.next" : "signIn.next"),
        "",
        texts.of("signIn.button"),
        waits ? texts.of("signIn.copyLink") : "",
        "");
  }

  private String again(Trouble why) {
    if (why.retryAt().isEmpty()) {
      return "";
    }
    var words = new KpiText(texts.locale(), clock.getZone());
    return texts.of("failed.retryAt", words.time(why.retryAt().get(), clock.instant()));
  }

  @Override
  public void showMisconfigured(PanelState.Misconfigured state) {
    var file = texts.of("misconfigured.file") + ": " + state.file();
    say(
        new MessagePane.Message(
            texts.of("misconfigured.title"),
            problems(state.problems()),
            file,
            texts.of("failed.retry"),
            "",
            ""));
  }

  /** The first ones in full: who mends them sees the next ones then. */
  private String problems(List<Problem> all) {
    var parts = new ArrayList<>(all.stream().limit(MOST_PROBLEMS).map(this::problem).toList());
    if (all.size() > MOST_PROBLEMS) {
      parts.add(texts.of("misconfigured.more", all.size() - MOST_PROBLEMS));
    }
    return String.join("\n\n", parts);
  }

  private String problem(Problem one) {
    var at = one.pointer().isEmpty() ? texts.of("misconfigured.whole") : one.pointer();
    var where = texts.of("misconfigured.at") + ": " + at;
    return (where + "\n" + one.problem() + "\n" + one.nextStep()).strip();
  }

  private void say(MessagePane.Message words) {
    message.show(words);
    turnTo(MESSAGE);
  }

  private void turnTo(String next) {
    if (!card.equals(next)) {
      card = next;
      cards.show(middle, next);
    }
  }

  /** What the components show. */
  Shown shown() {
    return card.equals(KPIS)
        ? new Shown(tiles.shown(), queues.shown(), notices.shown())
        : Shown.NOTHING;
  }

  @Override
  public void paint(Graphics g) {
    super.paint(g);
    if (card.equals(KPIS)) {
      painted.run();
    }
  }
}
