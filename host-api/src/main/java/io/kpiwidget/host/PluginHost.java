package io.kpiwidget.host;

import java.beans.PropertyChangeListener;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import javax.swing.Timer;
import javax.swing.ToolTipManager;
import javax.swing.UIManager;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginManager;
import org.pf4j.PluginStateListener;

/**
 * Loads plugins and runs them in a desktop.
 *
 * <p>Every method may be called on any thread; the work, and every call into a plugin, is done on
 * the EDT. Nothing a plugin does wrong comes back as an exception: the desktop gets a {@link
 * Notice} that says what happened and what to do, and the other plugins run on.
 *
 * <p>{@link #start} and {@link #session} return at once. The other methods are done when they
 * return: on the EDT without waiting; another thread waits for the EDT, ten seconds at most, since
 * a shutdown hook must not wait for an EDT that waits for it. Who waited in vain is answered false;
 * the work is still done when the EDT comes to it. After {@link #close} they do nothing and answer
 * false.
 */
public final class PluginHost implements AutoCloseable {

  /**
   * The contract's version (SemVer); plugins name the range they need as Plugin-Requires. A plugin
   * whose range leaves it out is not started, with a notice.
   */
  public static final String API_VERSION = "1.0.0";

  private final PluginManager manager;
  private final RunningPlugins running;
  private final PluginControl control;
  private final PluginStateListener follower;
  private final PropertyChangeListener looks;
  private boolean closed;

  private PluginHost(
      AgentDesktop desktop, PluginManager manager, Notices notices, @Nullable PluginFolder folder) {
    this.manager = manager;
    // a desktop's own manager may well run plugins that are not ours
    Providers providers = new Providers(manager, notices, folder != null);
    running = new RunningPlugins(desktop, manager, notices, providers);
    control = new PluginControl(manager, running, notices, folder);
    follower =
        event ->
            Edt.call(() -> running.follow(event.getPlugin().getPluginId(), event.getPluginState()));
    looks = event -> Edt.later(running::retheme); // an equal theme goes no further
  }

  /**
   * Loads and starts every plugin jar that lies directly in {@code pluginsDir}; sub-folders and
   * other files are left alone. Returns at once: panels are docked by later events, in the order of
   * the files' names. A missing folder is a notice. The folder is never written to.
   */
  public static PluginHost start(AgentDesktop desktop, Path pluginsDir) {
    Objects.requireNonNull(desktop, "desktop");
    Objects.requireNonNull(pluginsDir, "pluginsDir");
    Notices notices = new Notices(desktop);
    HostedPlugins plugins = new HostedPlugins(pluginsDir, desktop::dataDir);
    PluginFolder folder = new PluginFolder(pluginsDir, plugins, notices);
    return begin(new PluginHost(desktop, plugins, notices, folder));
  }

  /**
   * The same for a desktop that has a PF4J manager already. Panels follow the manager from now on:
   * those of plugins it has started are docked, and whatever it starts or stops later comes and
   * goes. Use the manager on the EDT only. It stays the desktop's: {@link #close} takes the panels
   * away and leaves the plugins loaded. Returns at once.
   */
  public static PluginHost start(AgentDesktop desktop, PluginManager own) {
    Objects.requireNonNull(desktop, "desktop");
    Objects.requireNonNull(own, "own");
    return begin(new PluginHost(desktop, own, new Notices(desktop), null));
  }

  private static PluginHost begin(PluginHost host) {
    Edt.later(host::begin);
    return host;
  }

  /**
   * Tells the plugins who works now: sign-in, sign-out (null), agent switch, queue transfer and
   * another state of the agent's are all the next snapshot. Returns at once; snapshots arrive in
   * the order of the calls, and one that equals the present one changes nothing. Does nothing after
   * close.
   */
  public void session(@Nullable AgentSession next) {
    Edt.later(() -> running.session(next));
  }

  /**
   * Tells the plugins that the agent has ended a conversation, so that the agent's own figures need
   * not wait for the next look at them. Optional; any thread, returns at once. Does nothing after
   * close.
   */
  public void conversationEnded() {
    Edt.later(running::conversationEnded);
  }

  /**
   * Stops a plugin and keeps it stopped over restarts; that is noted in {@link
   * AgentDesktop#dataDir}. Any thread; waits for the EDT as said above.
   *
   * <p>False when there is no such plugin, or when it could not be noted: then it is stopped until
   * the next start, with a notice.
   */
  public boolean disable(String pluginId) {
    Objects.requireNonNull(pluginId, "pluginId");
    return Edt.call(() -> !closed && control.disable(pluginId));
  }

  /**
   * Lets a disabled or failed plugin run again, with the session and theme of now. Any thread;
   * waits for the EDT as said above. False when it does not run afterwards; the notice says why.
   */
  public boolean enable(String pluginId) {
    Objects.requireNonNull(pluginId, "pluginId");
    return Edt.call(() -> !closed && control.enable(pluginId));
  }

  /**
   * Stops a plugin, reads its jar again and starts it: for a jar that was replaced. Those that
   * depend on it are stopped and read with it. Any thread; waits for the EDT as said above.
   *
   * <p>A jar that is no plugin leaves the old one running, with a notice. A disabled plugin is read
   * and stays disabled. False when it does not run afterwards.
   */
  public boolean reload(String pluginId) {
    Objects.requireNonNull(pluginId, "pluginId");
    return Edt.call(() -> !closed && control.reload(pluginId));
  }

  /**
   * Stops a plugin, and those that depend on it, and forgets them until the desktop starts again;
   * their jars stay where they are. Any thread; waits for the EDT as said above. False when there
   * is no such plugin.
   */
  public boolean unload(String pluginId) {
    Objects.requireNonNull(pluginId, "pluginId");
    return Edt.call(() -> !closed && control.unload(pluginId));
  }

  /**
   * Stops all plugins, the last started first, and lets their jars go. For the desktop's exit: any
   * thread, a shutdown hook too; waits for the EDT as said above.
   *
   * <p>Idempotent; never throws. May be called from inside a call of the host, as {@link
   * AgentDesktop#dock} or {@link AgentDesktop#notice}: nothing else starts then.
   */
  @Override
  public void close() {
    Edt.call(
        () -> {
          if (!closed) {
            end();
          }
          return true;
        });
  }

  @UIEffect
  private void begin() {
    if (closed) {
      return;
    }
    warmUp();
    UIManager.addPropertyChangeListener(looks);
    manager.addPluginStateListener(follower);
    control.start();
  }

  @UIEffect
  private void end() {
    closed = true;
    UIManager.removePropertyChangeListener(looks);
    running.close();
    // PF4J walks its listeners while it starts a plugin, and a desktop may close us in there
    Edt.later(() -> manager.removePluginStateListener(follower));
    control.unload();
  }

  /**
   * The JVM's lazy singletons remember who touched them first, for ever. Were that a plugin, its
   * class loader would never be collected.
   */
  @UIEffect
  private static void warmUp() {
    ToolTipManager.sharedInstance();
    Timer timer = new Timer(0, null);
    timer.setRepeats(false);
    timer.start();
    ForkJoinPool.commonPool().execute(() -> {});
  }
}
