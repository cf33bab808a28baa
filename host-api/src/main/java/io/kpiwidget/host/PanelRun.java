package io.kpiwidget.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Consumer;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.jspecify.annotations.Nullable;

/** One panel from its start to its stop, and the context its plugin was given. */
final class PanelRun implements PanelContext {

  private final PluginRun run;
  private final InPlugin plugin;
  private final AgentDesktop desktop;
  private final Watched<@Nullable AgentSession> session;
  private final Watched<Theme> theme;
  private final Watched<Boolean> showing = new Watched<>(false, this::guarded);
  private final Watched<Long> conversations = new Watched<>(0L, this::guarded);
  private final Deque<AutoCloseable> owned = new ArrayDeque<>();
  private @Nullable Showing watch;
  private @Nullable Registration docked;
  private boolean closed;

  PanelRun(
      PluginRun run,
      InPlugin plugin,
      AgentDesktop desktop,
      @Nullable AgentSession session,
      Theme theme) {
    this.run = run;
    this.plugin = plugin;
    this.desktop = desktop;
    this.session = new Watched<>(session, this::guarded);
    this.theme = new Watched<>(theme, this::guarded);
  }

  /** Starts the panel; false when it failed, after what it had opened is closed again. */
  @UIEffect
  boolean start(PanelProvider provider) {
    DockablePanel panel = create(provider);
    if (panel == null || closed || !dock(panel)) {
      close();
      return false;
    }
    return true;
  }

  @UIEffect
  @SuppressWarnings("guieffect") // the lambda runs here and now
  private @Nullable DockablePanel create(PanelProvider provider) {
    return plugin.ask(
        "could not start",
        () -> Objects.requireNonNull(provider.create(this), "create() returned no panel"));
  }

  @UIEffect
  private boolean dock(DockablePanel panel) {
    try {
      docked = Objects.requireNonNull(desktop.dock(panel), "dock() returned no registration");
      if (!closed) { // the desktop may have stopped the plugin meanwhile
        watch = new Showing(panel.component(), showing::set);
        watch.start();
      }
      return !closed;
    } catch (Throwable e) {
      plugin.failed("could not be docked", e);
      return false;
    }
  }

  /** The next session; an equal one changes nothing. EDT. */
  void session(@Nullable AgentSession next) {
    session.set(next);
  }

  /** The next look; an equal one changes nothing. EDT. */
  void theme(Theme next) {
    theme.set(next);
  }

  /** One conversation of the agent's has ended. EDT. */
  void conversationEnded() {
    conversations.set(conversations.value() + 1);
  }

  /** Takes the panel away, then closes what its plugin owns. Idempotent. */
  @UIEffect
  void close() {
    undock();
    // the plugin hears that it is out of sight, even if the desktop failed to take the panel away
    showing.set(false);
    session.silence();
    theme.silence();
    showing.silence();
    conversations.silence();
    plugin.watched(this::closeOwned);
  }

  private void closeOwned() {
    for (AutoCloseable next = nextOwned(); next != null; next = nextOwned()) {
      closeQuietly(next);
    }
  }

  @UIEffect
  private void undock() {
    if (watch != null) {
      watch.stop();
      watch = null;
    }
    if (docked != null) {
      Registration undo = docked;
      docked = null;
      try {
        undo.close();
      } catch (Throwable e) {
        plugin.failed("could not be undocked", e);
      }
    }
  }

  private @Nullable AutoCloseable nextOwned() {
    synchronized (owned) {
      closed = true;
      return owned.pollLast();
    }
  }

  private void closeQuietly(AutoCloseable resource) {
    plugin.run("did not close cleanly", resource::close);
  }

  private void guarded(Runnable call) {
    plugin.run("failed in a listener", call::run);
  }

  @Override
  public AgentDesktop desktop() {
    return desktop;
  }

  @Override
  public @Nullable AgentSession session() {
    return session.value();
  }

  @Override
  public Theme theme() {
    return theme.value();
  }

  @Override
  public Registration onSession(Consumer<@Nullable AgentSession> listener) {
    return session.listen(listener);
  }

  @Override
  public Registration onTheme(Consumer<Theme> listener) {
    return theme.listen(listener);
  }

  @Override
  public Registration onShowing(Consumer<Boolean> listener) {
    return showing.listen(listener);
  }

  @Override
  public Registration onConversationEnded(Runnable listener) {
    Objects.requireNonNull(listener, "listener");
    long before = conversations.value();
    return conversations.listen(
        ended -> {
          if (ended > before) {
            listener.run();
          }
        });
  }

  @Override
  @UIEffect
  public Registration open(PanelProvider provider) {
    Objects.requireNonNull(provider, "provider");
    PanelRun another = new PanelRun(run, plugin, desktop, session(), theme());
    run.start(provider, another);
    return () -> Edt.later(() -> run.stop(another));
  }

  @Override
  public <T extends AutoCloseable> T own(T resource) {
    Objects.requireNonNull(resource, "resource");
    synchronized (owned) {
      if (!closed) {
        owned.addLast(resource);
        return resource;
      }
    }
    // a late thread of the plugin: nobody would ever close it
    closeQuietly(resource);
    return resource;
  }
}
