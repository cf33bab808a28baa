package io.kpiwidget.host;

import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.pf4j.ExtensionPoint;

/** The extension point: what a plugin writes. */
public interface PanelProvider extends ExtensionPoint {

  /** Makes the panel. On the EDT, once per start; must not wait. */
  @UIEffect
  DockablePanel create(PanelContext context) throws Exception;
}
