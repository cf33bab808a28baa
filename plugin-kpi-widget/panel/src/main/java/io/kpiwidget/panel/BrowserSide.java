package io.kpiwidget.panel;

import io.kpiwidget.engine.config.WidgetConfig;
import io.kpiwidget.engine.platform.SecretValue;
import io.kpiwidget.host.Theme;
import io.kpiwidget.panel.browser.BrowserState;
import io.kpiwidget.panel.browser.BrowserView;
import io.kpiwidget.panel.state.PanelState;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import javax.swing.JComponent;
import org.checkerframework.checker.guieffect.qual.SafeEffect;
import org.checkerframework.checker.guieffect.qual.UIType;
import org.jspecify.annotations.Nullable;

/**
 * The panel's dealings with the browser process and its page. On the EDT, if not said otherwise.
 */
@UIType
final class BrowserSide implements AutoCloseable {

  /** What the browser process refuses or fails to load, to the page's trouble that it is. */
  private static final Map<String, String> OF_FRAME =
      Map.of(
          "certificate", "certificate",
          "frame", "frame-policy",
          "frame-proxy", "frame-proxy",
          "frame-refused", "frame-refused",
          "frame-unreachable", "frame-unreachable");

  private final Browser browser;
  private final Watcher watcher;
  private final PageEvents events;
  private final PageReport report = new PageReport();
  private final Handover handover = new Handover();

  /** Null where the page is our own KPI view. */
  private final @Nullable Shell shell;

  private volatile BrowserState state = new BrowserState.Starting("", -1);
  private OptionalLong version = OptionalLong.empty();
  private long document;
  private boolean settling;
  private volatile boolean closed;

  /** Starts the process; {@code edt} brings its words here, {@code worker} writes what it hears. */
  BrowserSide(
      WidgetConfig config,
      BrowserView.Settings settings,
      Browser.Opener opener,
      PageEventsFactory pages,
      Executor worker,
      Edt edt,
      Watcher watcher) {
    this.watcher = watcher;
    browser = opener.open(settings, new Input(this, edt));
    var way = config.platform().shellToken();
    boolean autoRefresh = config.widget().autoRefresh();
    shell =
        Setup.shellOrigin(config)
            .map(origin -> new Shell(origin.value(), way, autoRefresh, browser))
            .orElse(null);
    events = pages.make((type, json) -> worker.execute(() -> browser.push(type, json.get())));
  }

  /** Makes the writer of events once there is a browser to write to. */
  interface PageEventsFactory {
    PageEvents make(PageEvents.Pages pages);
  }

  /** Who wants to know. On the EDT. */
  @UIType
  interface Watcher {

    /** Another view should be in front now, or the process is in another state. */
    void browserChanged(BrowserState state, boolean inFront);

    /** The agent pressed refresh in the page. */
    void refreshAsked();

    /** The platform's shell has no widget of the id that it was given. */
    void widgetMissing();

    /** A frame cannot show figures, by this code; empty when it can. */
    void pageTrouble(String code);
  }

  JComponent component() {
    return browser.component();
  }

  PageEvents events() {
    return events;
  }

  @SafeEffect
  PageReport report() {
    return report;
  }

  @SafeEffect
  BrowserState state() {
    return state;
  }

  /** Tells the page. Without figures the native view is in front: it has the button that helps. */
  void show(PanelState now) {
    now.showOn(events);
    if (now instanceof PanelState.Kpis kpis) {
      if (shell != null) {
        shell.widget(kpis.snapshot().widgetId());
      }
      version = OptionalLong.of(kpis.snapshot().version());
    } else {
      version = OptionalLong.empty();
    }
    hand();
    tell();
  }

  private void hand() {
    boolean figures = version.isPresent();
    handover.allowed(figures && (shell == null || shell.authorized()));
    if (shell == null) {
      handover.figures(version);
      if (!figures) {
        unsettle();
      }
    }
  }

  void showing(boolean showing) {
    browser.showing(showing);
  }

  void theme(Theme theme) {
    events.theme(theme);
    if (shell != null) {
      shell.dark(theme.dark());
    }
  }

  /** The shell's token, and how long it works; our own page never gets one. */
  void token(@Nullable SecretValue token, Duration lives) {
    if (shell != null) {
      shell.token(token, lives);
      hand();
      tell();
    }
  }

  /** Whether the platform's page was let in for an agent: then only a new process forgets. */
  boolean remembersAnAgent() {
    return shell != null && shell.remembersAnAgent();
  }

  void restart() {
    if (state instanceof BrowserState.Gone) {
      browser.restart();
    }
  }

  private void tell() {
    if (closed) {
      return;
    }
    watcher.browserChanged(state, handover.browserInFront());
  }

  private void state(BrowserState next) {
    state = next;
    handover.running(next instanceof BrowserState.Running);
    if (next instanceof BrowserState.Gone) {
      unsettle();
      report.clear();
    }
    tell();
  }

  /** The page has painted; it comes to the front when that has reached our picture of it. */
  private void settle() {
    settling = true;
    long meant = ++document;
    browser.afterNextFrame(() -> painted(meant));
  }

  private void unsettle() {
    settling = false;
    document++;
  }

  private void painted(long meant) {
    if (meant == document) {
      settling = false;
      handover.painted(true);
      tell();
    }
  }

  /** A new document, or an empty page: until figures are painted, the native view is in front. */
  private void nothingPainted() {
    unsettle();
    handover.painted(false);
    tell();
  }

  /** The platform's frame shows an error's page, or nothing. */
  private void frameFailed(String code) {
    if (shell != null) {
      watcher.pageTrouble(code);
    }
  }

  /** The shell's widget; our own page is taken at its figures, which say for whom they are. */
  private void ready() {
    if (shell != null) {
      watcher.pageTrouble("");
      settle();
    }
  }

  private void figures(PageMessage.Figures figures) {
    if (shell == null && handover.present(figures.version())) {
      if (!handover.painted() && !settling) {
        watcher.pageTrouble("");
        settle();
      }
    }
  }

  private void heard(PageMessage message) {
    if (message instanceof PageMessage.Hello || message instanceof PageMessage.Blank) {
      nothingPainted();
    } else if (message instanceof PageMessage.Ready) {
      ready();
    } else if (message instanceof PageMessage.Figures figures) {
      figures(figures);
    } else if (message instanceof PageMessage.Trouble trouble) {
      watcher.pageTrouble(trouble.code());
    } else if (message instanceof PageMessage.Widget widget && widget.isMissing()) {
      watcher.widgetMissing();
    } else if (message instanceof PageMessage.Refresh) {
      watcher.refreshAsked();
    }
  }

  /** Any thread, returns at once. */
  @Override
  @SafeEffect
  public void close() {
    closed = true;
    browser.close();
  }

  /** From the process' thread: parses, keeps, and hops where a component is concerned. */
  private record Input(BrowserSide side, Edt edt) implements BrowserView.Listener {

    @Override
    public void message(String json) {
      PageMessages.parse(json)
          .ifPresentOrElse(this::message, () -> side.report().count("unreadable"));
    }

    private void message(PageMessage message) {
      if (message instanceof PageMessage.Figures figures) {
        side.report().figures(figures);
        edt.later(() -> side.heard(message));
      } else if (message instanceof PageMessage.Frames frames) {
        side.report().frames(frames);
      } else if (message instanceof PageMessage.Rejected rejected) {
        side.report().rejected(rejected.counts());
      } else if (message instanceof PageMessage.Violation violation) {
        violated(violation.directive());
      } else {
        note(message);
        edt.later(() -> side.heard(message));
      }
    }

    private void violated(String directive) {
      side.report().count("violation " + directive);
      if (directive.equals("frame-src")) {
        edt.later(() -> side.frameFailed("frame-policy"));
      }
    }

    /** Here, in order: on the EDT, a new document's word could undo what it has said since. */
    private void note(PageMessage message) {
      if (message instanceof PageMessage.Hello) {
        side.report().clear();
      } else if (message instanceof PageMessage.Trouble trouble) {
        side.report().count(trouble.code());
      }
    }

    @Override
    public void refused(String kind) {
      side.report().count("browser " + kind);
      if (OF_FRAME.containsKey(kind)) {
        edt.later(() -> side.frameFailed(OF_FRAME.get(kind)));
      }
    }

    @Override
    public void state(BrowserState state) {
      edt.later(() -> side.state(state));
    }
  }
}
