package io.kpiwidget.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginWrapper;

/** Reads a folder of jars, one by one: PF4J's own loop ends at the first jar that is no plugin. */
final class PluginFolder {

  private final Path folder;
  private final HostedPlugins plugins;
  private final Notices notices;

  PluginFolder(Path folder, HostedPlugins plugins, Notices notices) {
    this.folder = folder;
    this.plugins = plugins;
    this.notices = notices;
  }

  /** Returns the ids of the plugins to start, by file name; what is wrong becomes a notice. */
  List<String> load() {
    List<PluginWrapper> loaded = new ArrayList<>();
    for (Path jar : jars()) {
      PluginWrapper plugin = load(jar);
      if (plugin != null) {
        loaded.add(plugin);
      }
    }
    resolve();
    return loaded.stream()
        .filter(this::startable)
        .map(PluginWrapper::getPluginId)
        .collect(Collectors.toList());
  }

  /** Lets every plugin's jar go. Not PF4J's stopPlugins: 3.15 walks a list that it changes. */
  void unload() {
    List<PluginWrapper> all = new ArrayList<>(plugins.getResolvedPlugins());
    Collections.reverse(all);
    all.addAll(plugins.getUnresolvedPlugins());
    for (PluginWrapper plugin : all) {
      try {
        plugins.unloadPlugin(plugin.getPluginId());
      } catch (Throwable e) {
        notices.failed(plugin.getPluginId(), "could not be unloaded", e);
      }
    }
  }

  private List<Path> jars() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      notices.warn(
          folder.toString(),
          "The plugins folder " + folder + " cannot be read.",
          "Create it, put the plugin jars into it and restart the desktop.");
      return Collections.emptyList();
    }
  }

  private @Nullable PluginWrapper load(Path jar) {
    String name = String.valueOf(jar.getFileName());
    try {
      String id = PluginJar.id(jar);
      PluginWrapper twin = plugins.getPlugin(id);
      if (twin != null) {
        throw PluginJar.twin(name, id, twin.getPluginPath());
      }
      return plugins.read(jar);
    } catch (Throwable e) {
      notices.failed(name, "could not be loaded", e);
      return null;
    }
  }

  private void resolve() {
    try {
      plugins.resolve();
    } catch (Throwable e) {
      notices.failed(String.valueOf(folder.getFileName()), "could not be put in order", e);
    }
  }

  private boolean startable(PluginWrapper plugin) {
    String id = plugin.getPluginId();
    if (plugins.getPlugin(id) == null) {
      notices.warn(
          id,
          id + " needs another plugin: " + plugin.getDescriptor().getDependencies() + ".",
          "Put that plugin into the plugins folder too.");
      return false;
    }
    return !refuses(id) && !plugin.getPluginState().isDisabled();
  }

  /** Whether a loaded plugin wants another version of this API; that is a notice, too. */
  boolean refuses(String id) {
    PluginWrapper plugin = plugins.getPlugin(id);
    boolean refused = plugins.refuses(plugin);
    if (refused) {
      notices.refused(id, plugin.getDescriptor().getRequires());
    }
    return refused;
  }
}
