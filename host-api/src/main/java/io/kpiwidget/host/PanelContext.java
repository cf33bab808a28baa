package io.kpiwidget.host;

import java.util.function.Consumer;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.jspecify.annotations.Nullable;

/**
 * A panel's view of the desktop, good for one start. Implemented by this API only, so it may grow.
 *
 * <p>All methods may be called on any thread and return at once. Listeners are called on the EDT:
 * first with the present value (before the method returns, when that was called on the EDT), then
 * with each different one, until their registration is closed or the plugin stops. What a listener
 * throws becomes a {@link Notice}; it stays registered. After the stop no listener is called,
 * values stay what they were last, and {@link #own} closes at once what it is given.
 */
public interface PanelContext {

  /**
   * Returns the desktop; never null, the same for ever. Its methods say on which thread they want
   * to be called, and some block.
   */
  AgentDesktop desktop();

  /**
   * Returns who is signed in now; null when nobody is. Good for one decision: who keeps something
   * of the agent's listens with {@link #onSession}, to drop it in time.
   */
  @Nullable AgentSession session();

  /**
   * Returns the desktop's present look; never null. It need not be that of the components yet, see
   * {@link #onTheme}.
   */
  Theme theme();

  /**
   * Calls {@code listener} with who is signed in: sign-in, sign-out (null), agent switch, queue
   * transfer and another state of the agent's are each the next snapshot, in order, none left out.
   */
  Registration onSession(Consumer<@Nullable AgentSession> listener);

  /**
   * Calls {@code listener} with the desktop's look. A change is heard once the look and feel is
   * set, which may be before the desktop has updated its components.
   */
  Registration onTheme(Consumer<Theme> listener);

  /**
   * Calls {@code listener} with whether the agent can see the panel: false before it is docked, in
   * a hidden tab, in an iconified window, and once more before the plugin stops. Moves within one
   * event are not heard. A panel out of sight should ask its servers for nothing.
   */
  Registration onShowing(Consumer<Boolean> listener);

  /**
   * Calls {@code listener} each time the agent has ended a conversation, as far as the desktop
   * tells; not at once, as there is no present value. The platform may need a moment to count it.
   */
  default Registration onConversationEnded(Runnable listener) {
    return () -> {};
  }

  /**
   * Starts one more panel of this plugin, with a context of its own, for a plugin that learns from
   * its configuration how many there are. All is as if {@code provider} had been found in the jar:
   * it is called before this method returns, and what it throws becomes a {@link Notice}.
   *
   * <p>Call it on the EDT, once per panel. Closing the answer takes the panel away; the plugin's
   * stop does so in any case, and nothing is started after it.
   */
  @UIEffect
  default Registration open(PanelProvider provider) {
    return () -> {};
  }

  /**
   * Returns {@code resource}, and closes it when the plugin stops, or at once when its start fails.
   *
   * <p>Resources are closed on the EDT, after the panel was taken away, last in, first out. So
   * {@code close} must return at once: shut down and let threads end by themselves. A plugin that
   * takes more than 250 ms for all of it is named in a {@link Notice} while the desktop waits. One
   * that throws becomes a notice, too, and does not keep the others from closing. What is given
   * after the stop is closed on the thread that gives it. Everything that outlives a method belongs
   * here: threads, timers, connections, listeners on what the JVM has only one of. What is
   * forgotten keeps the plugin's class loader alive.
   */
  <T extends AutoCloseable> T own(T resource);
}
