package io.kpiwidget.host;

import java.util.ArrayList;
import java.util.List;
import org.pf4j.PluginManager;

/**
 * Finds the panel providers of a started plugin. PF4J's own {@code getExtensions} drops a class it
 * cannot load with a line in the log; here the cause comes out.
 */
final class Providers {

  private Providers() {}

  /** Returns new providers of {@code plugin}; runs their constructors, so only on the EDT. */
  static List<PanelProvider> of(String plugin, PluginManager manager) throws Exception {
    ClassLoader loader = manager.getPluginClassLoader(plugin);
    List<PanelProvider> found = new ArrayList<>();
    for (String name : manager.getExtensionClassNames(plugin)) {
      Class<?> type = InPlugin.call(loader, () -> loader.loadClass(name));
      // without an index of its own a plugin is answered with the desktop's
      if (type.getClassLoader() == loader && PanelProvider.class.isAssignableFrom(type)) {
        found.add(
            InPlugin.call(
                loader, () -> (PanelProvider) manager.getExtensionFactory().create(type)));
      }
    }
    return found;
  }
}
