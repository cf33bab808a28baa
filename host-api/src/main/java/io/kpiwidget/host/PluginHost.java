package io.kpiwidget.host;

import java.beans.PropertyChangeListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import javax.swing.Timer;
import javax.swing.ToolTipManager;
import javax.swing.UIManager;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.checkerframework.checker.guieffect.qual.UIType;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginManager;
import org.pf4j.PluginState;
import org.pf4j.PluginStateListener;
import org.pf4j.PluginWrapper;

/**
 * Loads plugins and runs them in a desktop.
 *
 * <p>Every method may be called on any thread; the work, and every call into a plugin, is done on
 * the EDT. Nothing a plugin does wrong comes back as an exception: the desktop gets a {@link
 * Notice} that says what happened and what to do, and the other plugins run on.
 *
 * <p>{@link #start} and {@link #session} return at once. The other methods are done when they
 * return: on the EDT without waiting; another thread waits for the EDT, ten seconds at most, since
 * a shutdown hook must not wait for an EDT that waits for it. After {@link #close} they do nothing
 * and answer false.
 */
public final class PluginHost implements AutoCloseable {

  /** What one of the methods below does to a plugin; true when it worked. */
  @UIType
  @FunctionalInterface
  private interface Change {
    @UIEffect
    boolean make() throws Exception;
  }

  /** The contract's version (SemVer); plugins name the range they need as Plugin-Requires. */
  public static final String API_VERSION = "1.0.0";

  private final AgentDesktop desktop;
  private final PluginManager manager;
  private final Notices notices;

  /** Null when the manager, and so the folder, is the desktop's. */
  private final @Nullable PluginFolder folder;

  private final PluginStateListener follower;
  private final PropertyChangeListener looks;
  private final Map<String, List<PanelRun>> running = new LinkedHashMap<>();
  private @Nullable AgentSession session;
  private boolean closed;

  private PluginHost(AgentDesktop desktop, PluginManager manager, @Nullable Path pluginsDir) {
    this.desktop = Objects.requireNonNull(desktop, "desktop");
    this.manager = Objects.requireNonNull(manager, "own");
    notices = new Notices(desktop);
    folder =
        manager instanceof HostedPlugins && pluginsDir != null
            ? new PluginFolder(pluginsDir, (HostedPlugins) manager, notices)
            : null;
    follower =
        event -> Edt.call(() -> follow(event.getPlugin().getPluginId(), event.getPluginState()));
    looks =
        event -> {
          if ("lookAndFeel".equals(event.getPropertyName())) {
            Edt.later(this::retheme);
          }
        };
  }

  /**
   * Loads and starts every plugin jar that lies directly in {@code pluginsDir}; sub-folders and
   * other files are left alone. Returns at once: panels are docked by later events, in the order of
   * the files' names. A missing folder is a notice. The folder is never written to.
   */
  public static PluginHost start(AgentDesktop desktop, Path pluginsDir) {
    Objects.requireNonNull(desktop, "desktop");
    return begin(
        new PluginHost(desktop, new HostedPlugins(pluginsDir, desktop::dataDir), pluginsDir));
  }

  /**
   * The same for a desktop that has a PF4J manager already. Panels follow the manager from now on:
   * those of plugins it has started are docked, and whatever it starts or stops later comes and
   * goes. Use the manager on the EDT only. It stays the desktop's: {@link #close} takes the panels
   * away and leaves the plugins loaded. Returns at once.
   */
  public static PluginHost start(AgentDesktop desktop, PluginManager own) {
    return begin(new PluginHost(desktop, own, null));
  }

  private static PluginHost begin(PluginHost host) {
    Edt.later(host::begin);
    return host;
  }

  /**
   * Tells the plugins who works now: sign-in, sign-out (null), agent switch and queue transfer are
   * all the next snapshot. Returns at once; snapshots arrive in the order of the calls, and one
   * that equals the present one changes nothing. Does nothing after close.
   */
  public void session(@Nullable AgentSession next) {
    Edt.later(
        () -> {
          session = next;
          for (PanelRun run : runs()) {
            run.session(next);
          }
        });
  }

  /**
   * Stops a plugin and keeps it stopped over restarts; that is noted in {@link
   * AgentDesktop#dataDir}. False when there is no such plugin, or when it could not be noted.
   */
  public boolean disable(String pluginId) {
    return change(pluginId, () -> manager.disablePlugin(pluginId));
  }

  /**
   * Lets a disabled or failed plugin run again, with the session and theme of now. False when it
   * does not run afterwards.
   */
  public boolean enable(String pluginId) {
    return change(pluginId, () -> allow(pluginId) && run(pluginId));
  }

  /**
   * Stops a plugin, reads its jar again and starts it: for a jar that was replaced. A jar that is
   * no plugin leaves the old one running, with a notice. A disabled plugin is read and stays
   * disabled. False when it does not run afterwards.
   */
  public boolean reload(String pluginId) {
    return change(pluginId, () -> reread(pluginId));
  }

  /**
   * Stops a plugin, and those that depend on it, and forgets them until the desktop starts again;
   * their jars stay where they are. False when there is no such plugin.
   */
  public boolean unload(String pluginId) {
    return change(pluginId, () -> manager.unloadPlugin(pluginId));
  }

  /**
   * Stops all plugins, the last started first, and lets their jars go. For the desktop's exit; may
   * be called from a shutdown hook. Idempotent.
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
    if (folder == null) {
      adoptStarted();
    } else {
      startAll(folder.load());
    }
  }

  @UIEffect
  private void end() {
    closed = true;
    UIManager.removePropertyChangeListener(looks);
    List<String> ids = new ArrayList<>(running.keySet());
    Collections.reverse(ids);
    for (String id : ids) {
      shut(id);
    }
    manager.removePluginStateListener(follower);
    if (folder != null) {
      folder.unload();
    }
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

  @UIEffect
  private void adoptStarted() {
    for (PluginWrapper plugin : new ArrayList<>(manager.getStartedPlugins())) {
      open(plugin.getPluginId());
    }
  }

  @UIEffect
  private void startAll(List<String> ids) {
    for (String id : ids) {
      attempt(id, "could not start", () -> run(id));
    }
  }

  private boolean change(String id, Change change) {
    Objects.requireNonNull(id, "pluginId");
    return Edt.call(
        () ->
            !closed
                && manager.getPlugin(id) != null
                && attempt(id, "could not be changed", change));
  }

  @UIEffect
  private boolean attempt(String id, String what, Change change) {
    try {
      return change.make();
    } catch (Throwable e) {
      notices.failed(id, what, e);
      return false;
    }
  }

  @UIEffect
  private boolean allow(String id) {
    if (manager.enablePlugin(id)) {
      return true;
    }
    notices.refused(id, manager.getPlugin(id).getDescriptor().getRequires());
    return false;
  }

  @UIEffect
  private boolean run(String id) {
    if (!manager.getPlugin(id).getPluginState().isStarted()) {
      manager.startPlugin(id); // and follow() opens the panels
    } else if (!runs(id)) {
      open(id);
    }
    return runs(id);
  }

  @UIEffect
  private boolean reread(String id) throws PluginJar.Unusable {
    Path jar = manager.getPlugin(id).getPluginPath();
    PluginJar.id(jar); // better a running old plugin than none
    manager.unloadPlugin(id);
    String next = manager.loadPlugin(jar);
    if (folder != null && folder.refuses(next)) {
      return false;
    }
    return !manager.getPlugin(next).getPluginState().isDisabled() && run(next);
  }

  /** What PF4J calls after a plugin changed its state, before it lets the class loader go. */
  @UIEffect
  private boolean follow(String id, PluginState state) {
    if (state.isStarted()) {
      open(id);
    } else {
      shut(id);
    }
    return true;
  }

  @UIEffect
  private void open(String id) {
    List<PanelRun> runs = new ArrayList<>();
    running.put(id, runs);
    ClassLoader loader = manager.getPluginClassLoader(id);
    for (PanelProvider provider : providers(id)) {
      PanelRun run = new PanelRun(id, loader, desktop, notices, session, Theme.current());
      runs.add(run); // before its start: with a dialog in create(), events go on
      if (!run.start(provider)) {
        runs.remove(run);
      }
    }
  }

  private List<PanelProvider> providers(String id) {
    try {
      List<PanelProvider> found = Providers.of(id, manager);
      // a desktop's own manager may well run plugins that are not ours
      if (found.isEmpty() && folder != null) {
        notices.warn(
            id,
            "There is no PanelProvider in " + id + ".",
            "Its maker must name one in META-INF/extensions.idx, as PF4J's annotation processor"
                + " does.");
      }
      return found;
    } catch (Throwable e) {
      notices.failed(id, "could not start", e);
      return Collections.emptyList();
    }
  }

  @UIEffect
  private void shut(String id) {
    List<PanelRun> runs = running.remove(id);
    if (runs != null) {
      Collections.reverse(runs);
      for (PanelRun run : runs) {
        run.close();
      }
    }
  }

  private boolean runs(String id) {
    return !running.getOrDefault(id, Collections.emptyList()).isEmpty();
  }

  /** A copy: a listener may change what runs. */
  private List<PanelRun> runs() {
    List<PanelRun> all = new ArrayList<>();
    running.values().forEach(all::addAll);
    return all;
  }

  @UIEffect
  private void retheme() {
    Theme theme = Theme.current();
    for (PanelRun run : runs()) {
      run.theme(theme);
    }
  }
}
