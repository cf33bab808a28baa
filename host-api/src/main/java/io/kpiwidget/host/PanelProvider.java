package io.kpiwidget.host;

import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.pf4j.ExtensionPoint;

/**
 * The extension point: what a plugin writes. It has a constructor without parameters, and {@code
 * META-INF/extensions.idx} in the plugin's jar names it; PF4J's {@code Extension} annotation and
 * processor see to that. There may be several in a plugin.
 *
 * <p>There is no stop: what a plugin opens, it gives to {@link PanelContext#own}.
 */
public interface PanelProvider extends ExtensionPoint {

  /**
   * Makes the panel. Called on the EDT, once per start, on a new provider; must not wait for
   * anything. The host docks the answer and owns it.
   *
   * <p>When it throws, what {@code context} owns by then is closed, the desktop gets a {@link
   * Notice}, and other plugins are not affected.
   */
  @UIEffect
  DockablePanel create(PanelContext context) throws Exception;
}
