package io.kpiwidget.host;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.checkerframework.checker.guieffect.qual.UIType;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginManager;
import org.pf4j.PluginWrapper;

/** Starts and changes plugins in PF4J; what goes wrong is a notice and false. EDT only. */
final class PluginControl {

  /** What is done to a plugin; true when it worked. */
  @UIType
  @FunctionalInterface
  private interface Change {
    @UIEffect
    boolean make() throws Exception;
  }

  private final PluginManager manager;
  private final RunningPlugins running;
  private final Notices notices;

  /** Null when the manager, and so the folder, is the desktop's. */
  private final @Nullable PluginFolder folder;

  PluginControl(
      PluginManager manager,
      RunningPlugins running,
      Notices notices,
      @Nullable PluginFolder folder) {
    this.manager = manager;
    this.running = running;
    this.notices = notices;
    this.folder = folder;
  }

  /** Starts what the folder holds, or docks what the desktop's manager has started. */
  @UIEffect
  void start() {
    if (folder == null) {
      for (PluginWrapper plugin : new ArrayList<>(manager.getStartedPlugins())) {
        running.open(plugin.getPluginId());
      }
    } else {
      for (String id : folder.load()) {
        // a plugin before it may have set off anything
        if (known(id) && !disabled(id)) { // PF4J would enable what it is asked to start
          attempt(id, "could not start", () -> run(id));
        }
      }
    }
  }

  /** Lets the jars go, if they are ours. */
  void unload() {
    if (folder != null) {
      folder.unload();
    }
  }

  @UIEffect
  boolean disable(String id) {
    return known(id) && change(id, () -> manager.disablePlugin(id));
  }

  @UIEffect
  boolean enable(String id) {
    return known(id) && change(id, () -> allow(id) && run(id));
  }

  @UIEffect
  boolean reload(String id) {
    return known(id) && change(id, () -> reread(id));
  }

  @UIEffect
  boolean unload(String id) {
    return known(id) && change(id, () -> manager.unloadPlugin(id));
  }

  private boolean known(String id) {
    return manager.getPlugin(id) != null;
  }

  private boolean disabled(String id) {
    return manager.getPlugin(id).getPluginState().isDisabled();
  }

  @UIEffect
  private boolean change(String id, Change change) {
    return attempt(id, "could not be changed", change);
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
      manager.startPlugin(id); // and the follower opens the panels
    } else if (!running.runs(id)) {
      running.open(id);
    }
    return running.runs(id);
  }

  @UIEffect
  private boolean reread(String id) throws PluginJar.Unusable {
    PluginJar.id(manager.getPlugin(id).getPluginPath()); // better a running old plugin than none
    for (PluginWrapper plugin : takeOut(id)) {
      change(plugin.getPluginId(), () -> load(plugin.getPluginPath()));
    }
    return running.runs(id);
  }

  /** Unloads; returns what went, since its dependents go with a plugin: each after its base. */
  @UIEffect
  private List<PluginWrapper> takeOut(String id) {
    List<PluginWrapper> gone = new ArrayList<>(manager.getResolvedPlugins());
    manager.unloadPlugin(id);
    gone.removeAll(manager.getResolvedPlugins());
    return gone;
  }

  @UIEffect
  private boolean load(Path jar) {
    String id = manager.loadPlugin(jar);
    if (folder != null && folder.refuses(id)) {
      return false;
    }
    return !disabled(id) && run(id);
  }
}
