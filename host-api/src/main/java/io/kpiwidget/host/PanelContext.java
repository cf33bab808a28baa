package io.kpiwidget.host;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's side of the desktop. Implemented by this API only, so it may grow. Listeners are
 * called on the EDT, at once with the present value, and until the registration or the plugin is
 * closed.
 */
public interface PanelContext {

  /** The desktop. */
  AgentDesktop desktop();

  /** Who is signed in now; null when nobody is. */
  @Nullable AgentSession session();

  /** The desktop's present look. */
  Theme theme();

  /** Sign-in, sign-out (null), agent switch, queue transfer: each is the next snapshot. */
  Registration onSession(Consumer<@Nullable AgentSession> listener);

  /** The look changed. */
  Registration onTheme(Consumer<Theme> listener);

  /** Whether the agent can see the panel: false in a hidden tab or an iconified window. */
  Registration onShowing(Consumer<Boolean> listener);

  /** Closes {@code resource} when the plugin stops, or when its start fails; last in, first out. */
  <T extends AutoCloseable> T own(T resource);
}
