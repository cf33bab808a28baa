package io.kpiwidget.host;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pf4j.PluginManager;

/**
 * Finds the panel providers of a started plugin. PF4J's own {@code getExtensions} drops a class it
 * cannot load with a line in the log; here the cause comes out.
 */
final class Providers {

  private static final String INDEX_IT =
      "Its maker must put @Extension on the provider and compile with PF4J's annotation processor,"
          + " org.pf4j.processor.ExtensionAnnotationProcessor (since JDK 23 javac runs it only when"
          + " told to): it writes META-INF/extensions.idx.";

  private final PluginManager manager;
  private final Notices notices;
  private final boolean expected;

  /** {@code expected}: whether a plugin without a provider is worth a notice. */
  Providers(PluginManager manager, Notices notices, boolean expected) {
    this.manager = manager;
    this.notices = notices;
    this.expected = expected;
  }

  /** Returns new providers of {@code plugin}; runs their constructors, so only on the EDT. */
  List<PanelProvider> of(String plugin) {
    try {
      List<PanelProvider> found = find(plugin);
      if (found.isEmpty() && expected) {
        notices.error(plugin, "There is no PanelProvider in " + plugin + ".", INDEX_IT);
      }
      return found;
    } catch (Throwable e) {
      notices.failed(plugin, "could not start", e);
      return Collections.emptyList();
    }
  }

  private List<PanelProvider> find(String plugin) throws Exception {
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
