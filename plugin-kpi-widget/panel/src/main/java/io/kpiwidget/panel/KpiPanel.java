package io.kpiwidget.panel;

import io.kpiwidget.engine.config.ConfigException;
import io.kpiwidget.engine.config.LocalText;
import io.kpiwidget.engine.config.WidgetDefinition;
import io.kpiwidget.engine.feed.FeedState;
import io.kpiwidget.engine.feed.KpiFeed;
import io.kpiwidget.engine.feed.Trouble;
import io.kpiwidget.engine.platform.SafeLog;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.host.AgentSession;
import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.host.DockablePanel.Side;
import io.kpiwidget.host.PanelContext;
import io.kpiwidget.host.Registration;
import io.kpiwidget.page.SiteException;
import io.kpiwidget.panel.state.AgentState;
import io.kpiwidget.panel.state.PanelState;
import io.kpiwidget.panel.state.Problem;
import io.kpiwidget.panel.state.Texts;
import io.kpiwidget.panel.swing.PanelSurface;
import java.awt.Dimension;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.checkerframework.checker.guieffect.qual.SafeEffect;
import org.checkerframework.checker.guieffect.qual.UIType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The composition root: one panel, from its configuration file to its two views. On the EDT, if not
 * said otherwise; nothing in here waits.
 */
@UIType
final class KpiPanel implements AutoCloseable, PanelSurface.Commands {

  private static final Logger log = SafeLog.of(KpiPanel.class);

  /** Causes that a look at the configuration file can mend. */
  private static final Set<Trouble.Code> OF_CONFIG =
      EnumSet.of(
          Trouble.Code.CONFIG,
          Trouble.Code.CLIENT_SECRET,
          Trouble.Code.NO_AGENT,
          Trouble.Code.WIDGET);

  /** Leaves the desktop's own work most of the height. */
  private static final Dimension BELOW = new Dimension(640, 260);

  private final PanelContext context;
  private final Parts parts;
  private final int number;
  private final Edt edt = new Edt();
  private final ExecutorService worker = Worker.single("kpi-widget-panel");
  private final Desktop desktop;
  private final Views views;
  private final List<Registration> registrations = new ArrayList<>();
  private final List<Registration> others = new ArrayList<>();
  private @Nullable DockablePanel docked;
  private @Nullable LocalText title;
  private @Nullable AgentSession session;
  private boolean showing;
  private boolean attended = true;

  /** How often the file was asked for: only the last answer counts. */
  private int loads;

  /**
   * Rises when another agent, or none, is at the desktop: what was meant for the last is dropped.
   */
  private final AtomicLong generation = new AtomicLong();

  private volatile @Nullable Feed feed;

  /** {@code number}: whose panel this is of the configured widgets; the first opens the others. */
  KpiPanel(PanelContext context, Parts parts, int number) {
    this.context = context;
    this.parts = parts;
    this.number = number;
    desktop = new Desktop(context, parts.clock());
    // the file is read while the views are made here
    load(Texts.in(language(context.session())));
    views = new Views(context, parts, worker, edt, this, this::widgetMissing);
  }

  /** A panel that {@code context} owns. */
  static DockablePanel open(PanelContext context, Parts parts, int number) {
    return context.own(new KpiPanel(context, parts, number)).open();
  }

  private static Locale language(@Nullable AgentSession session) {
    return session == null ? Locale.getDefault() : session.locale();
  }

  /** Shows the native view at once; the configuration is being read. */
  DockablePanel open() {
    registrations.add(context.onSession(this::session));
    registrations.add(context.onShowing(this::showing));
    registrations.add(context.onTheme(views::theme));
    registrations.add(context.onConversationEnded(this::conversationEnded));
    registrations.add(Presence.watch(this::attended)::close);
    var locale = views.texts().locale();
    var font = views.surface().getFont();
    worker.execute(() -> Warmup.run(locale, font));
    var panel =
        DockablePanel.of(number == 0 ? "kpi-widget" : "kpi-widget-" + (number + 1), views.surface())
            .title(views.texts().of("title"))
            .diagnostics(views.diagnostics()::json);
    docked = number == 0 ? panel.build() : panel.side(Side.BOTTOM).size(BELOW).build();
    return docked;
  }

  private void load(Texts texts) {
    var locale = texts.locale();
    var title = texts.of("title");
    int load = ++loads;
    worker.execute(() -> read(locale, title, load));
  }

  /** Blocks. */
  @SafeEffect
  private void read(Locale locale, String title, int load) {
    var file = desktop.configFile();
    edt.later(() -> views.diagnostics().configFile(file));
    try {
      var all = parts.configs().load(file);
      var mine = all.of(all.widgets().get(number));
      var setup = Setup.of(mine, desktop.place(), parts, locale, title);
      var next = openFeed(setup);
      edt.later(() -> opened(setup, next, load));
      edt.later(() -> others(all.widgets()));
    } catch (ConfigException e) {
      var wrong = misconfigured(e);
      edt.later(() -> views.show(wrong));
    } catch (SiteException e) {
      var wrong = misconfigured(file, e);
      edt.later(() -> views.show(wrong));
    } catch (RuntimeException e) {
      // the thread's boundary: a bug must not leave a panel that starts for ever
      log.warn("configuration", e);
      var words = "The configuration could not be read.";
      var why = new Trouble(Trouble.Code.CONFIG, words, file.toString(), Optional.empty());
      edt.later(() -> views.show(new PanelState.Failed(why)));
    }
  }

  @SafeEffect
  private static PanelState misconfigured(ConfigException e) {
    var problems =
        e.problems().stream()
            .filter(problem -> problem.isError())
            .map(each -> new Problem(each.pointer(), each.sentence(), each.nextStep()))
            .toList();
    return new PanelState.Misconfigured(e.file(), problems);
  }

  @SafeEffect
  private static PanelState misconfigured(Path file, SiteException e) {
    return new PanelState.Misconfigured(
        file,
        e.problems().stream()
            .map(each -> new Problem(each.pointer(), each.sentence(), each.nextStep()))
            .toList());
  }

  /** Here and not on the EDT, which a first look at an HTTP client holds up for 100 ms. */
  @SafeEffect
  private Feed openFeed(Setup setup) {
    var last = feed;
    var next = parts.feeds().open(setup.config(), desktop, new Listening());
    feed = next;
    // whichever comes second sees the other: close() reads the field after it has closed the EDT
    if (edt.closed()) {
      next.close();
    }
    if (last != null) {
      last.close();
    }
    return next;
  }

  private void opened(Setup setup, Feed next, int load) {
    if (load != loads) {
      // the file is being read once more: a second browser would be one too many
      next.close();
      return;
    }
    views.diagnostics().metrics(next::metrics);
    next.showing(showing && attended);
    next.agent(Desktop.agent(session));
    views.configured(setup);
  }

  // one widget has the panel's own title; of several each has its
  private void others(List<WidgetDefinition> all) {
    title = all.size() == 1 ? null : all.get(number).shownTitle();
    retitle();
    while (number == 0 && others.size() < all.size() - 1) {
      int next = others.size() + 1;
      others.add(context.open(of -> KpiPanel.open(of, parts, next)));
    }
    while (number == 0 && others.size() > all.size() - 1) {
      others.remove(others.size() - 1).close();
    }
  }

  private void retitle() {
    if (docked != null && title != null) {
      docked.setTitle(title.in(views.texts().locale()));
    }
  }

  private void session(@Nullable AgentSession next) {
    boolean other = !Desktop.sameAgent(session, next);
    var before = session;
    session = next;
    if (next != null && (before == null || !before.locale().equals(next.locale()))) {
      views.language(next.locale());
      retitle();
    }
    if (other) {
      generation.incrementAndGet();
      // the next agent's state must not stand beside the last one's figures
      views.agent(AgentState.NONE);
      views.forget(next != null);
    }
    views.agent(Desktop.state(next));
    if (feed != null) {
      feed.agent(Desktop.agent(next));
    }
  }

  private void showing(boolean now) {
    showing = now;
    look();
    views.showing(now);
  }

  private void attended(boolean now) {
    attended = now;
    look();
  }

  // what nobody looks at is not asked for
  private void look() {
    if (feed != null) {
      feed.showing(showing && attended);
    }
  }

  private void conversationEnded() {
    if (feed != null) {
      feed.conversationEnded();
    }
  }

  private void widgetMissing() {
    if (feed != null) {
      feed.widgetForgotten();
    }
  }

  @Override
  public void refresh() {
    if (feed != null) {
      feed.refresh();
    }
  }

  @Override
  public void retry() {
    var state = views.state();
    boolean config =
        state instanceof PanelState.Misconfigured
            || (state instanceof PanelState.Failed failed
                && OF_CONFIG.contains(failed.trouble().code()));
    if (config) {
      reopen();
    } else {
      refresh();
    }
  }

  /** Everything anew from the file. */
  private void reopen() {
    generation.incrementAndGet();
    views.closeBrowser();
    if (feed != null) {
      feed.close();
    }
    feed = null;
    views.show(new PanelState.Starting(""));
    load(views.texts());
  }

  @Override
  public void retryBrowser() {
    if (!views.restartBrowser()) {
      reopen();
    }
  }

  @Override
  public void copyDiagnostics() {
    worker.execute(
        () -> {
          var json = views.diagnostics().json();
          edt.later(() -> copy(json));
        });
  }

  @Override
  public void asked() {
    worker.execute(
        () -> {
          var told = views.diagnostics().words();
          edt.later(() -> views.surface().asked(told));
        });
  }

  @Override
  public void copyLink() {
    if (views.state() instanceof PanelState.Failed failed && failed.trouble().link().isPresent()) {
      copy(failed.trouble().link().get().toString());
    }
  }

  @Override
  public boolean copy(String text) {
    try {
      Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
      return true;
    } catch (IllegalStateException e) {
      log.debug("another program has the clipboard");
      return false;
    }
  }

  @Override
  public void why() {
    views.why();
  }

  /** Any thread; idempotent; in reverse order of opening. */
  @Override
  @SafeEffect
  public void close() {
    if (edt.closed()) {
      return;
    }
    edt.close();
    registrations.forEach(Registration::close);
    views.close();
    if (feed != null) {
      feed.close();
    }
    worker.shutdownNow();
  }

  /** The feed's words, each for the agent who was at the desktop when it was said. */
  private final class Listening implements KpiFeed.Listener {

    @Override
    @SafeEffect
    public void state(FeedState next) {
      long meant = generation.get();
      edt.later(() -> hear(next, meant));
    }

    @Override
    @SafeEffect
    public void token(@Nullable SecretValue token, Duration remaining) {
      long meant = generation.get();
      edt.later(() -> hear(token, remaining, meant));
    }
  }

  private void hear(FeedState next, long meant) {
    if (meant == generation.get()) {
      views.show(PanelState.of(next, views.state(), parts.clock().instant()));
    }
  }

  private void hear(@Nullable SecretValue token, Duration remaining, long meant) {
    if (meant == generation.get()) {
      views.token(token, remaining);
    }
  }
}
