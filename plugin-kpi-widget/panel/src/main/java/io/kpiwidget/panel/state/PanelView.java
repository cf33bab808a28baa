package io.kpiwidget.panel.state;

import org.checkerframework.checker.guieffect.qual.UIEffect;

/** Something that shows a {@link PanelState}. Every method is called on the EDT. */
public interface PanelView {

  @UIEffect
  void showSignedOut();

  @UIEffect
  void showStarting(PanelState.Starting state);

  @UIEffect
  void showKpis(PanelState.Kpis state);

  @UIEffect
  void showFailed(PanelState.Failed state);

  @UIEffect
  void showMisconfigured(PanelState.Misconfigured state);
}
