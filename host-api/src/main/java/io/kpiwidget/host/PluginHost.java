package io.kpiwidget.host;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginManager;

/** Loads plugins and runs them in a desktop. Any thread. */
public final class PluginHost implements AutoCloseable {

  /** The contract's version; plugins name the range they need. */
  public static final String API_VERSION = "1.0.0";

  private PluginHost() {}

  /** Loads and starts every plugin jar directly in {@code pluginsDir}. Returns at once. */
  public static PluginHost start(AgentDesktop desktop, Path pluginsDir) {
    throw new UnsupportedOperationException();
  }

  /** The same for a desktop that has a plugin manager already. */
  public static PluginHost start(AgentDesktop desktop, PluginManager own) {
    throw new UnsupportedOperationException();
  }

  /** The next session; null for sign-out. */
  public void session(@Nullable AgentSession next) {
    throw new UnsupportedOperationException();
  }

  public boolean disable(String pluginId) {
    throw new UnsupportedOperationException();
  }

  public boolean enable(String pluginId) {
    throw new UnsupportedOperationException();
  }

  public boolean reload(String pluginId) {
    throw new UnsupportedOperationException();
  }

  public boolean unload(String pluginId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
