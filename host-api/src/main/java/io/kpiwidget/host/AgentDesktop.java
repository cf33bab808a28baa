package io.kpiwidget.host;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.Map;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's desktop, as plugins see it: one method to write, so a lambda will do; the rest has
 * defaults. New methods will have defaults, too.
 *
 * <p>What a method throws goes no further than a {@link Notice} and the log.
 */
@FunctionalInterface
public interface AgentDesktop {

  /**
   * Shows {@code panel} somewhere, and returns what takes it away again.
   *
   * <p>Called on the EDT; must return at once. The returned registration is closed on the EDT, when
   * the plugin stops or the host closes. The desktop may move, hide and float the component as it
   * likes meanwhile: the plugin hears whether it is in sight.
   *
   * <p>Null or an exception stops the plugin with a notice. The host may be called from in here,
   * even to disable the plugin or to close: then what is returned is closed at once.
   */
  @UIEffect
  Registration dock(DockablePanel panel);

  /**
   * Returns a folder that survives restarts, for settings and caches of plugins; writable, created
   * when it is first needed. One folder per operating system user.
   *
   * <p>Any thread, often; returns at once and always the same. By default {@code .agent-desktop} in
   * the user's home.
   */
  default Path dataDir() {
    return Paths.get(System.getProperty("user.home"), ".agent-desktop");
  }

  /**
   * Returns the vendor's settings for plugins by key; a plugin reads them once, when it starts.
   *
   * <p>Any thread; returns at once. Empty by default, never null.
   */
  default Map<String, String> config() {
    return Collections.emptyMap();
  }

  /**
   * Returns an access token for {@code session}'s agent, or null when the plugin is to fetch its
   * own, as it is by default. Never somebody else's token: plugins check whose it is.
   *
   * <p>May block; never called on the EDT. Called again when a token is about to expire, so the
   * answer must be one that is still good for a while. An exception means "not now": the plugin
   * tries again later.
   */
  default @Nullable String token(AgentSession session) throws Exception {
    return null;
  }

  /**
   * Whether a page may navigate to {@code target}. It can only narrow the plugin's own list, never
   * widen it; true by default.
   *
   * <p>Any thread but the EDT; must return at once, since a browser waits.
   */
  default boolean mayNavigate(URI target) {
    return true;
  }

  /**
   * Takes something an operator or agent should know: to show, to keep in a list, or to ignore, as
   * by default. The log has it in any case.
   *
   * <p>Any thread, often the EDT; must return at once.
   */
  default void notice(Notice notice) {}

  /**
   * Opens {@code target} in the agent's usual browser; by default in that of the operating system.
   *
   * <p>Any thread but the EDT, since starting a browser may block. Throws when nothing could be
   * opened, or when there is no browser to ask for.
   */
  default void openExternal(URI target) throws IOException {
    java.awt.Desktop.getDesktop().browse(target);
  }
}
