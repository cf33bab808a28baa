package io.kpiwidget.panel;

import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.host.PanelContext;
import io.kpiwidget.host.PanelProvider;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.pf4j.Extension;

/** What PF4J finds in the plugin jar: makes the first panel, which opens those of more widgets. */
@Extension
public final class KpiPanelProvider implements PanelProvider {

  @Override
  @UIEffect
  public DockablePanel create(PanelContext context) {
    return KpiPanel.open(context, Parts.real(), 0);
  }
}
