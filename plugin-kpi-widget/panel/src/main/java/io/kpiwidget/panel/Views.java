package io.kpiwidget.panel;

import io.kpiwidget.engine.feed.Incident;
import io.kpiwidget.engine.platform.SafeLog;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.host.PanelContext;
import io.kpiwidget.host.Theme;
import io.kpiwidget.panel.browser.BrowserState;
import io.kpiwidget.panel.state.AgentState;
import io.kpiwidget.panel.state.Freshness;
import io.kpiwidget.panel.state.KpiText;
import io.kpiwidget.panel.state.PanelState;
import io.kpiwidget.panel.state.Texts;
import io.kpiwidget.panel.swing.PanelSurface;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.checkerframework.checker.guieffect.qual.SafeEffect;
import org.checkerframework.checker.guieffect.qual.UIType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * What the agent sees: one state in two views, of which one is in front. On the EDT, if not said
 * otherwise.
 */
@UIType
final class Views implements BrowserSide.Watcher, AutoCloseable {

  private static final Logger log = SafeLog.of(Views.class);

  /** "3 min ago" must not lag a minute behind. */
  private static final int TICK_MILLIS = 10_000;

  private final PanelContext context;
  private final Parts parts;
  private final Executor worker;
  private final Edt edt;
  private final PanelSurface.Commands commands;
  private final Runnable widgetMissing;
  private final Milestones milestones;
  private final PanelSurface surface;
  private final Diagnostics diagnostics;
  private final Timer tick = new Timer(TICK_MILLIS, e -> age());
  private PanelState state = new PanelState.Starting("");
  private BrowserState process = new BrowserState.Starting("", -1);
  private Texts texts = Texts.in(Locale.getDefault());
  private AgentState agent = AgentState.NONE;
  private String nativeReason = "";
  private String pageTrouble = "";
  private final Random random = new Random();
  private Optional<Incident> ofBrowser = Optional.empty();
  private boolean showing;
  private boolean inFront;
  private @Nullable Setup setup;
  private volatile @Nullable BrowserSide browser;

  Views(
      PanelContext context,
      Parts parts,
      Executor worker,
      Edt edt,
      PanelSurface.Commands commands,
      Runnable widgetMissing) {
    this.widgetMissing = widgetMissing;
    this.context = context;
    this.parts = parts;
    this.worker = worker;
    this.edt = edt;
    this.commands = commands;
    milestones = new Milestones(parts.clock(), Warmup.JVM_START);
    surface = new PanelSurface(parts.clock(), commands, milestones::swingPainted);
    diagnostics = new Diagnostics(edt, milestones, surface);
    surface.show(state);
    tick.start();
  }

  PanelSurface surface() {
    return surface;
  }

  @SafeEffect
  Diagnostics diagnostics() {
    return diagnostics;
  }

  PanelState state() {
    return state;
  }

  Texts texts() {
    return texts;
  }

  /** Opens the browser's view, or says why there is none. */
  void configured(Setup now) {
    setup = now;
    nativeReason(now.nativeReason().isEmpty() ? "" : texts.of(now.nativeReason()));
    if (now.settings().isPresent()) {
      openBrowser(now);
    } else {
      var step = now.nativeNextStep().isEmpty() ? "" : texts.of(now.nativeNextStep());
      diagnostics.browserFailed(
          Optional.of(new Failure(now.nativeReason(), "", nativeReason, step)));
      surface.notice(texts.of("browser.off", nativeReason), step);
    }
  }

  private void openBrowser(Setup now) {
    closeBrowser();
    var side =
        new BrowserSide(
            now.config(),
            now.settings().orElseThrow(),
            parts.browsers(),
            pages -> new PageEvents(parts.clock(), pages),
            worker,
            edt,
            this);
    browser = side;
    diagnostics.browser(side);
    side.events().language(texts.locale());
    side.events().agent(agent);
    surface.browser(side.component());
    side.theme(context.theme());
    side.showing(showing);
    side.show(state);
  }

  /** As before the configuration was read. */
  void closeBrowser() {
    surface.browser(null);
    inFront = false;
    diagnostics.inFront(false);
    diagnostics.browser(null);
    pageTrouble("");
    if (browser != null) {
      browser.close();
      browser = null;
    }
  }

  void language(Locale locale) {
    texts = Texts.in(locale);
    diagnostics.language(texts);
    surface.language(locale);
    if (browser != null) {
      browser.events().language(locale);
    }
  }

  /** The last agent's figures leave the screen now, not when the feed answers. */
  void forget(boolean signedIn) {
    token(null, Duration.ZERO);
    if (!(state instanceof PanelState.Misconfigured)) {
      show(signedIn ? new PanelState.Starting("") : new PanelState.SignedOut());
    }
    // the platform's own page keeps what it likes, in cookies and stores: they end with the process
    if (setup != null && browser != null && browser.remembersAnAgent()) {
      openBrowser(setup);
    }
  }

  /** What the agent does, beside whatever else is shown. */
  void agent(AgentState now) {
    agent = now;
    if (browser != null) {
      browser.events().agent(now);
    }
    age();
  }

  void token(@Nullable SecretValue token, Duration lives) {
    if (browser != null) {
      browser.token(token, lives);
    }
  }

  void showing(boolean now) {
    showing = now;
    if (browser != null) {
      browser.showing(now);
    }
    age();
  }

  void theme(Theme theme) {
    if (browser != null) {
      browser.theme(theme);
    }
  }

  void show(PanelState next) {
    state = next;
    diagnostics.state(next);
    surface.show(next);
    if (browser != null) {
      browser.show(next);
    }
    age();
  }

  private void age() {
    var now = parts.clock().instant();
    var words = words();
    surface.freshness(
        state instanceof PanelState.Kpis kpis ? words.freshness(kpis, now) : Freshness.NONE);
    surface.agent(words.agentState(agent, now));
  }

  private KpiText words() {
    return state instanceof PanelState.Kpis kpis
        ? new KpiText(kpis.snapshot().locale(), kpis.snapshot().zone())
        : new KpiText(texts.locale(), parts.clock().getZone());
  }

  /** Notices come and go with a change, so that a dismissed one stays away. */
  @Override
  public void browserChanged(BrowserState now, boolean front) {
    surface.browserInFront(front);
    diagnostics.inFront(front);
    if (front && !inFront) {
      milestones.browserInFront();
      surface.notice("", "");
    }
    inFront = front;
    if (now instanceof BrowserState.Gone gone && !now.equals(process)) {
      gone(gone);
    } else if (now instanceof BrowserState.Running) {
      diagnostics.browserFailed(Optional.empty());
      ofBrowser = Optional.empty();
    }
    process = now;
  }

  private void gone(BrowserState.Gone gone) {
    var incident = Incident.of(gone.code(), ofBrowser, random);
    ofBrowser = Optional.of(incident);
    log.info("{}: {}", incident, gone.sentence());
    nativeReason(gone.sentence());
    diagnostics.browserFailed(
        Optional.of(
            new Failure(gone.code(), incident.reference(), gone.sentence(), gone.nextStep())));
    surface.notice(
        texts.of("browser.gone", gone.sentence()), "%s (%s)".formatted(gone.nextStep(), incident));
  }

  @Override
  public void pageTrouble(String code) {
    if (!code.equals(pageTrouble)) {
      pageTrouble = code;
      if (code.isEmpty()) {
        diagnostics.pageFailed(Optional.empty());
        surface.notice("", "");
      } else {
        pageFailed(code);
      }
    }
  }

  private void pageFailed(String code) {
    var incident = Incident.of(code, Optional.empty(), random);
    log.info("{}", incident);
    var why =
        new Failure(
            code,
            incident.reference(),
            texts.of("page." + code),
            texts.of("page." + code + ".next"));
    diagnostics.pageFailed(Optional.of(why));
    nativeReason(why.sentence());
    surface.notice(why.sentence(), "%s (%s)".formatted(why.nextStep(), incident));
  }

  private void nativeReason(String reason) {
    nativeReason = reason;
    diagnostics.nativeReason(reason);
  }

  @Override
  public void refreshAsked() {
    commands.refresh();
  }

  @Override
  public void widgetMissing() {
    widgetMissing.run();
  }

  /** Starts the browser's process again; false where there is no browser's view. */
  boolean restartBrowser() {
    if (browser == null) {
      return false;
    }
    browser.restart();
    return true;
  }

  void why() {
    var reason =
        inFront
            ? texts.of("about.chromium")
            : nativeReason.isEmpty()
                ? texts.of("about.starting")
                : texts.of("about.native", nativeReason);
    surface.notice(reason, texts.of("about.version", Desktop.version()));
  }

  /** Any thread; returns at once. */
  @Override
  @SafeEffect
  public void close() {
    SwingUtilities.invokeLater(tick::stop);
    if (browser != null) {
      browser.close();
    }
  }
}
