package io.kpiwidget.host;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.Map;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.jspecify.annotations.Nullable;

/** The vendor's desktop, as plugins see it. One method to write; the rest has defaults. */
@FunctionalInterface
public interface AgentDesktop {

  /** Shows {@code panel} somewhere. On the EDT; closing the answer takes the panel away. */
  @UIEffect
  Registration dock(DockablePanel panel);

  /** A writable folder that survives restarts. */
  default Path dataDir() {
    return Paths.get(System.getProperty("user.home"), ".agent-desktop");
  }

  /** The vendor's settings for plugins, read once at start. */
  default Map<String, String> config() {
    return Collections.emptyMap();
  }

  /**
   * An access token for {@code session}'s agent, or null when the plugin is to fetch its own. May
   * block; never called on the EDT.
   */
  default @Nullable String token(AgentSession session) throws Exception {
    return null;
  }

  /** Whether a page may navigate to {@code target}. It can only narrow the plugin's own list. */
  default boolean mayNavigate(URI target) {
    return true;
  }

  /** Something an operator or agent should know. Any thread. */
  default void notice(Notice notice) {}

  /** Opens {@code target} in the agent's usual browser. Any thread. */
  default void openExternal(URI target) throws IOException {
    java.awt.Desktop.getDesktop().browse(target);
  }
}
