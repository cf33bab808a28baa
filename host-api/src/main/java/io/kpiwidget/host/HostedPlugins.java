package io.kpiwidget.host;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.pf4j.DefaultPluginManager;
import org.pf4j.JarPluginLoader;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.Plugin;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginManager;
import org.pf4j.PluginWrapper;

/** PF4J as the facade uses it: jars only, no Plugin-Class, nothing written to the folder. */
final class HostedPlugins extends DefaultPluginManager {

  /** What plugin and desktop must see as the same classes, even if the plugin brings its own. */
  private static final String[] SHARED = {"io.kpiwidget.host.", "org.pf4j.", "org.slf4j."};

  HostedPlugins(Path folder, Supplier<Path> dataDir) {
    super(folder);
    // not in createPluginStatusProvider(): the super constructor calls that before dataDir is ours
    pluginStatusProvider = new DisabledPlugins(dataDir);
    // a plugin whose dependency is missing is left out; the others run
    setResolveRecoveryStrategy(ResolveRecoveryStrategy.IGNORE_PLUGIN_AND_CONTINUE);
    setSystemVersion(PluginHost.API_VERSION);
  }

  /** Whether the plugin wants another version of this API. */
  boolean refuses(PluginWrapper plugin) {
    return !isPluginValid(plugin);
  }

  /** Loads one jar and leaves its dependencies open: the file that has them may come later. */
  PluginWrapper read(Path jar) {
    return loadPluginFromPath(jar);
  }

  /** Orders what was read by its dependencies. */
  void resolve() {
    resolvePlugins();
  }

  @Override
  protected PluginDescriptorFinder createPluginDescriptorFinder() {
    return new ManifestPluginDescriptorFinder();
  }

  // the contract has no start() and stop() of its own: what PF4J does when they throw leaks loaders
  @Override
  protected PluginFactory createPluginFactory() {
    return wrapper -> new Plugin() {};
  }

  @Override
  protected PluginLoader createPluginLoader() {
    return new JarPluginLoader(this) {
      // not createPluginClassLoader(): desktops may run a PF4J older than 3.15, which has none
      @Override
      public ClassLoader loadPlugin(Path jar, PluginDescriptor descriptor) {
        Loader loader = new Loader(pluginManager, descriptor);
        loader.addFile(jar.toFile());
        return loader;
      }
    };
  }

  /** Plugin first, except for what is shared. */
  private static final class Loader extends PluginClassLoader {

    Loader(PluginManager manager, PluginDescriptor descriptor) {
      super(manager, descriptor, PluginHost.class.getClassLoader());
    }

    // not shouldDelegateToParent(): new in 3.15, too
    @Override
    public Class<?> loadClass(String name) throws ClassNotFoundException {
      for (String prefix : SHARED) {
        if (name.startsWith(prefix)) {
          return getParent().loadClass(name);
        }
      }
      return super.loadClass(name);
    }
  }
}
