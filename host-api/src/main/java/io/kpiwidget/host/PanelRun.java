package io.kpiwidget.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Consumer;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.jspecify.annotations.Nullable;

/** One panel from its start to its stop, and the context its plugin was given. */
final class PanelRun implements PanelContext {

  private final String plugin;
  private final ClassLoader loader;
  private final AgentDesktop desktop;
  private final Notices notices;
  private final Watched<@Nullable AgentSession> session;
  private final Watched<Theme> theme;
  private final Watched<Boolean> showing = new Watched<>(false, this::guarded);
  private final Deque<AutoCloseable> owned = new ArrayDeque<>();
  private @Nullable Showing watch;
  private @Nullable Registration docked;
  private boolean closed;

  PanelRun(
      String plugin,
      ClassLoader loader,
      AgentDesktop desktop,
      Notices notices,
      @Nullable AgentSession session,
      Theme theme) {
    this.plugin = plugin;
    this.loader = loader;
    this.desktop = desktop;
    this.notices = notices;
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
    try {
      return InPlugin.call(
          loader,
          () -> Objects.requireNonNull(provider.create(this), "create() returned no panel"));
    } catch (Throwable e) {
      notices.failed(plugin, "could not start", e);
      return null;
    }
  }

  @UIEffect
  private boolean dock(DockablePanel panel) {
    try {
      docked = desktop.dock(panel);
      watch = new Showing(panel.component(), showing::set);
      return true;
    } catch (Throwable e) {
      notices.failed(plugin, "could not be docked", e);
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

  /** Takes the panel away, then closes what its plugin owns. Idempotent. */
  @UIEffect
  void close() {
    undock();
    // the plugin hears that it is out of sight, even if the desktop failed to take the panel away
    showing.set(false);
    session.silence();
    theme.silence();
    showing.silence();
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
        notices.failed(plugin, "could not be undocked", e);
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
    try {
      InPlugin.call(
          loader,
          () -> {
            resource.close();
            return true;
          });
    } catch (Throwable e) {
      notices.failed(plugin, "did not close cleanly", e);
    }
  }

  private void guarded(Runnable call) {
    try {
      InPlugin.call(
          loader,
          () -> {
            call.run();
            return true;
          });
    } catch (Throwable e) {
      notices.failed(plugin, "failed in a listener", e);
    }
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
