package io.kpiwidget.panel;

import io.kpiwidget.engine.config.ConfigException;
import io.kpiwidget.engine.feed.FeedState;
import io.kpiwidget.engine.feed.KpiFeed;
import io.kpiwidget.engine.feed.Trouble;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.host.AgentSession;
import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.host.PanelContext;
import io.kpiwidget.host.Registration;
import io.kpiwidget.host.Theme;
import io.kpiwidget.panel.browser.BrowserState;
import io.kpiwidget.panel.state.Freshness;
import io.kpiwidget.panel.state.KpiText;
import io.kpiwidget.panel.state.PanelState;
import io.kpiwidget.panel.state.Texts;
import io.kpiwidget.panel.swing.PanelSurface;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.checkerframework.checker.guieffect.qual.SafeEffect;
import org.checkerframework.checker.guieffect.qual.UIType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composition root: one panel, from its configuration file to its two views. On the EDT, if not
 * said otherwise; nothing in here waits.
 */
@UIType
final class KpiPanel implements AutoCloseable, PanelSurface.Commands, BrowserSide.Watcher {

  private static final Logger log = LoggerFactory.getLogger(KpiPanel.class);

  /** "3 min ago" must not lag a minute behind. */
  private static final int TICK_MILLIS = 10_000;

  /** Causes that a look at the configuration file can mend. */
  private static final Set<Trouble.Code> OF_CONFIG =
      EnumSet.of(Trouble.Code.CONFIG, Trouble.Code.CLIENT_SECRET, Trouble.Code.WIDGET);

  private final PanelContext context;
  private final Parts parts;
  private final Edt edt = new Edt();
  private final ExecutorService worker = Worker.single("kpi-widget-panel");
  private final Desktop desktop;
  private final Milestones milestones;
  private final PanelSurface surface;
  private final Timer tick = new Timer(TICK_MILLIS, e -> age());
  private final List<Registration> registrations = new ArrayList<>();
  private final Diagnostics diagnostics;
  private PanelState state = new PanelState.Starting("");
  private @Nullable AgentSession session;
  private Texts texts = Texts.in(Locale.getDefault());
  private String nativeReason = "";
  private boolean showing;

  /**
   * Rises when another agent, or none, is at the desktop: what was meant for the last is dropped.
   */
  private final AtomicLong generation = new AtomicLong();

  private volatile @Nullable Feed feed;
  private volatile @Nullable BrowserSide browser;

  KpiPanel(PanelContext context, Parts parts) {
    this.context = context;
    this.parts = parts;
    desktop = new Desktop(context, parts.clock());
    milestones =
        new Milestones(parts.clock(), () -> ManagementFactory.getRuntimeMXBean().getStartTime());
    surface = new PanelSurface(parts.clock(), this, milestones::swingPainted);
    diagnostics = new Diagnostics(edt, milestones, surface);
  }

  /** Shows the native view at once and begins to read the configuration. */
  DockablePanel open() {
    surface.show(state);
    registrations.add(context.onSession(this::session));
    registrations.add(context.onShowing(this::showing));
    registrations.add(context.onTheme(this::theme));
    tick.start();
    load();
    return DockablePanel.of("kpi-widget", surface)
        .title(texts.of("title"))
        .diagnostics(diagnostics::json)
        .build();
  }

  private void load() {
    var locale = texts.locale();
    var title = texts.of("title");
    worker.execute(() -> read(locale, title));
  }

  /** Blocks. */
  @SafeEffect
  private void read(Locale locale, String title) {
    var file = desktop.configFile();
    diagnostics.configFile(file);
    try {
      var setup = Setup.of(parts.configs().load(file), desktop.place(), parts, locale, title);
      var next = openFeed(setup);
      edt.later(() -> opened(setup, next));
    } catch (ConfigException e) {
      var wrong = new PanelState.Misconfigured(e.file(), e.pointer(), e.problem(), e.nextStep());
      edt.later(() -> show(wrong));
    } catch (RuntimeException e) {
      // the thread's boundary: a bug must not leave a panel that starts for ever
      log.warn("configuration", e);
      var words = "The configuration could not be read.";
      var why = new Trouble(Trouble.Code.CONFIG, words, file.toString(), Optional.empty());
      edt.later(() -> show(new PanelState.Failed(why)));
    }
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

  private void opened(Setup setup, Feed next) {
    diagnostics.metrics(next::metrics);
    next.showing(showing);
    next.agent(Desktop.agent(session));
    nativeReason = setup.nativeReason().isEmpty() ? "" : texts.of(setup.nativeReason());
    diagnostics.nativeReason(nativeReason);
    if (setup.settings().isPresent()) {
      openBrowser(setup);
    } else {
      var step = setup.nativeNextStep();
      var why = texts.of("browser.off", nativeReason);
      surface.notice(why, step.isEmpty() ? "" : texts.of(step));
    }
  }

  private void openBrowser(Setup setup) {
    var side =
        new BrowserSide(
            setup.config(),
            setup.settings().orElseThrow(),
            parts.browsers(),
            pages -> new PageEvents(parts.clock(), pages),
            worker,
            edt,
            this);
    browser = side;
    diagnostics.browser(side);
    side.events().language(texts.locale());
    surface.browser(side.component());
    side.theme(context.theme());
    side.showing(showing);
    side.show(state);
  }

  private void session(@Nullable AgentSession next) {
    boolean other = !Desktop.sameAgent(session, next);
    session = next;
    if (next != null) {
      language(next.locale());
    }
    if (other) {
      generation.incrementAndGet();
      forget();
    }
    if (feed != null) {
      feed.agent(Desktop.agent(next));
    }
  }

  private void language(Locale locale) {
    texts = Texts.in(locale);
    surface.language(locale);
    if (browser != null) {
      browser.events().language(locale);
    }
  }

  /** The last agent's figures leave the screen now, not when the feed answers. */
  private void forget() {
    if (browser != null) {
      browser.token(null);
    }
    if (!(state instanceof PanelState.Misconfigured)) {
      show(session == null ? new PanelState.SignedOut() : new PanelState.Starting(""));
    }
  }

  private void showing(boolean now) {
    showing = now;
    if (feed != null) {
      feed.showing(now);
    }
    if (browser != null) {
      browser.showing(now);
    }
    age();
  }

  private void theme(Theme theme) {
    if (browser != null) {
      browser.theme(theme);
    }
  }

  private void show(PanelState next) {
    state = next;
    diagnostics.state(next);
    surface.show(next);
    if (browser != null) {
      browser.show(next);
    }
    age();
  }

  private void age() {
    if (state instanceof PanelState.Kpis kpis) {
      var snapshot = kpis.snapshot();
      var text = new KpiText(snapshot.locale(), snapshot.zone());
      surface.freshness(text.freshness(kpis, parts.clock().instant()));
    } else {
      surface.freshness(Freshness.NONE);
    }
  }

  @Override
  public void browserChanged(BrowserState now, boolean inFront) {
    surface.browserInFront(inFront);
    diagnostics.inFront(inFront);
    if (inFront) {
      milestones.browserInFront();
      surface.notice("", "");
    }
    if (now instanceof BrowserState.Gone gone) {
      nativeReason = gone.sentence();
      diagnostics.nativeReason(nativeReason);
      surface.notice(texts.of("browser.gone", gone.sentence()), gone.nextStep());
    }
  }

  @Override
  public void refreshAsked() {
    refresh();
  }

  @Override
  public void refresh() {
    if (feed != null) {
      feed.refresh();
    }
  }

  @Override
  public void retry() {
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
    surface.browser(null);
    if (browser != null) {
      browser.close();
    }
    if (feed != null) {
      feed.close();
    }
    browser = null;
    feed = null;
    show(new PanelState.Starting(""));
    load();
  }

  @Override
  public void retryBrowser() {
    if (browser != null) {
      browser.restart();
    } else {
      reopen();
    }
  }

  @Override
  public void copyDiagnostics() {
    worker.execute(
        () -> {
          var json = new StringSelection(diagnostics.json());
          edt.later(() -> Toolkit.getDefaultToolkit().getSystemClipboard().setContents(json, null));
        });
  }

  @Override
  public void why() {
    var reason =
        browser != null && browser.inFront()
            ? texts.of("about.chromium")
            : nativeReason.isEmpty()
                ? texts.of("about.starting")
                : texts.of("about.native", nativeReason);
    surface.notice(reason, texts.of("about.version", Desktop.version()));
  }

  /** Any thread; idempotent; in reverse order of opening. */
  @Override
  @SafeEffect
  public void close() {
    if (edt.closed()) {
      return;
    }
    edt.close();
    SwingUtilities.invokeLater(tick::stop);
    registrations.forEach(Registration::close);
    if (browser != null) {
      browser.close();
    }
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
    public void token(@Nullable SecretValue token) {
      long meant = generation.get();
      edt.later(() -> hear(token, meant));
    }
  }

  private void hear(FeedState next, long meant) {
    if (meant == generation.get()) {
      show(PanelState.of(next, state, parts.clock().instant()));
    }
  }

  private void hear(@Nullable SecretValue token, long meant) {
    if (meant == generation.get() && browser != null) {
      browser.token(token);
    }
  }
}
