package io.kpiwidget.desktop;

import io.kpiwidget.desktop.agents.Account;
import io.kpiwidget.desktop.agents.Activity;
import io.kpiwidget.desktop.agents.ControlPort;
import io.kpiwidget.desktop.agents.PlatformInfo;
import io.kpiwidget.desktop.agents.QueueRef;
import io.kpiwidget.desktop.conversation.Customers;
import io.kpiwidget.desktop.report.RunRecorder;
import io.kpiwidget.desktop.window.Commands;
import io.kpiwidget.desktop.window.DesktopWindow;
import io.kpiwidget.desktop.window.Look;
import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.host.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running desktop: window, plugins, session. Whoever opens it closes it. */
public final class SampleDesktop implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SampleDesktop.class);
  private static final Duration FIRST_PAINT = Duration.ofMillis(1500); // none when iconified
  private static final Duration ASK_AGAIN = Duration.ofSeconds(3);

  private final DesktopOptions options;
  private final Optional<BackOffice> centre;
  private final Optional<PlatformSession> platformSession;
  private final RunRecorder recorder;
  private final DesktopWindow window;
  private final PluginDesk desk;
  private final CompletableFuture<Integer> exit = new CompletableFuture<>();
  private final Plugins plugins;
  private final ScheduledExecutorService network = Background.one("desktop-network");
  private final ScheduledExecutorService truth = Background.one("desktop-truth");
  private volatile Optional<Account> account = Optional.empty();

  private SampleDesktop(DesktopOptions options, PlatformInfo platform, Clock clock)
      throws InterruptedException {
    this.options = options;
    Optional<ControlPort> control = platform.control().map(ControlPort::new);
    recorder = new RunRecorder(control);
    centre = control.map(port -> new BackOffice(port, network, ASK_AGAIN, new Answers()));
    platformSession = control.map(port -> new PlatformSession(port, network));
    var setup = new DesktopWindow.Setup(platform.agents(), Customers.load(), clock, options.seed());
    Optional<Account> first = firstAgent(platform);
    window = Edt.call(() -> openWindow(setup, first));
    desk = new PluginDesk(window, recorder, options, platformSession);
    plugins = new Plugins(desk, options.plugins());
  }

  @UIEffect
  private DesktopWindow openWindow(DesktopWindow.Setup setup, Optional<Account> first) {
    Look.of(options.theme()).apply();
    DesktopWindow opened = new DesktopWindow(setup, new Session());
    opened.session(first); // before the first paint, so that there is only one
    opened.open();
    return opened;
  }

  /**
   * Opens the window, then starts plugins and signs in in the background. Blocks until the window
   * is there; not for the EDT.
   */
  public static SampleDesktop open(DesktopOptions options)
      throws IOException, InterruptedException {
    Optional<Path> file = options.platformInfo();
    PlatformInfo platform = file.isPresent() ? PlatformInfo.read(file.get()) : PlatformInfo.demo();
    var desktop = new SampleDesktop(options, platform, Clock.system(ZoneId.systemDefault()));
    desktop.start(platform);
    return desktop;
  }

  /** Nobody is signed in when nobody was named and the contact centre is not a real one. */
  private Optional<Account> firstAgent(PlatformInfo platform) {
    boolean signIn = options.platformInfo().isPresent() || options.agent().isPresent();
    return signIn ? platform.account(options.agent()) : Optional.empty();
  }

  private void start(PlatformInfo platform) throws InterruptedException {
    boolean painted = window.awaitFirstPaint(FIRST_PAINT); // before plugins take the EDT
    log.debug("plugins start, the window is painted: {}", painted);
    options.report().ifPresent(file -> recorder.windowUp()); // probes cost; only a report asks
    plugins.start();
    firstAgent(platform).ifPresentOrElse(a -> session(Optional.of(a)), this::nobody);
    centre.ifPresent(BackOffice::learnQueues);
    recorder.sampleOn(truth);
    options.exitAfter().ifPresent(this::finishAfter);
  }

  private void nobody() {
    options.agent().ifPresent(id -> warn("There is no agent " + id + ".", "Sign in by the menu."));
  }

  private void finishAfter(int seconds) {
    var unused = network.schedule(this::finish, seconds, TimeUnit.SECONDS);
  }

  /** The next session: everybody learns it, each on their own thread. */
  private void session(Optional<Account> next) {
    account = next;
    recorder.signedIn(next.map(Account::id));
    SwingUtilities.invokeLater(() -> window.session(next));
    platformSession.ifPresent(s -> s.of(next.map(Account::id)));
    plugins.session(next);
  }

  private void warn(String text, String nextStep) {
    desk.notice(new Notice(Notice.Level.WARNING, null, text, nextStep));
  }

  /** What the contact centre answers. */
  private final class Answers implements BackOffice.Listener {

    @Override
    public void queues(List<QueueRef> queues) {
      SwingUtilities.invokeLater(() -> window.queues(queues));
    }

    /** Another agent may have signed in meanwhile. */
    @Override
    public void moved(String agentId, QueueRef from, QueueRef to) {
      account
          .filter(who -> who.id().equals(agentId))
          .ifPresent(who -> session(Optional.of(who.moved(from.id(), to.id()))));
    }

    @Override
    public void warn(String text, String nextStep) {
      SampleDesktop.this.warn(text, nextStep);
    }
  }

  /** What the menus ask for. */
  private final class Session implements Commands {

    @Override
    public void signIn(Account next) {
      session(Optional.of(next));
    }

    @Override
    public void signOut() {
      session(Optional.empty());
    }

    @Override
    public void move(QueueRef from, QueueRef to) {
      account.ifPresent(who -> centre.ifPresent(c -> c.move(who.id(), from, to)));
    }

    @Override
    public void conversationEnded() {
      plugins.conversationEnded();
    }

    @Override
    public void doing(Activity now) {
      plugins.doing(now);
    }

    @Override
    public void quit() {
      exit.complete(0);
    }
  }

  private void finish() {
    exit.complete(new Evidence(options, recorder, desk, window).write());
  }

  /** Blocks until the agent quits or the time is over; answers the exit code. */
  public int awaitExit() throws InterruptedException {
    try {
      return exit.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** The main window. */
  DesktopWindow window() {
    return window;
  }

  /** The first panel that a plugin docked. */
  Optional<DockablePanel> pluginPanel() {
    return desk.firstPanel();
  }

  /** Reads a plugin's jar again, as for one that was replaced. Blocks; not for the EDT. */
  boolean reload(String pluginId) throws InterruptedException {
    return plugins.reload(pluginId);
  }

  /** Who is signed in. */
  Optional<Account> account() {
    return account;
  }

  /** What was measured and said so far. */
  RunRecorder recorder() {
    return recorder;
  }

  /** Stops plugins, then closes the window. Blocks for some seconds at most; not for the EDT. */
  @Override
  public void close() {
    plugins.close();
    platformSession.ifPresent(PlatformSession::close);
    network.shutdownNow();
    truth.shutdownNow();
    recorder.close();
    try {
      Edt.call(this::disposeWindow);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @UIEffect
  private Object disposeWindow() {
    window.dispose();
    return window;
  }
}
