package io.kpiwidget.host;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Frame;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.AWTEventListener;
import java.awt.event.HierarchyEvent;
import java.awt.event.HierarchyListener;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.checkerframework.checker.guieffect.qual.UIType;
import org.jspecify.annotations.Nullable;

/**
 * Watches whether the agent can see a component. AWT says nothing to a component whose window is
 * iconified, so windows are watched too: all of them, since the panel moves between windows.
 *
 * <p>It looks once an event is over: docking takes a component out and puts it in again, and a tab
 * shows what it is about to hide. Nobody should pause and resume for that.
 */
@UIType
final class Showing implements HierarchyListener, AWTEventListener {

  private final Component component;
  private final Consumer<Boolean> listener;

  @UIEffect
  Showing(Component component, Consumer<Boolean> listener) {
    this.component = component;
    this.listener = listener;
  }

  /** Not in the constructor: who listens may want to stop it at the first word. */
  @UIEffect
  void start() {
    component.addHierarchyListener(this);
    Toolkit.getDefaultToolkit().addAWTEventListener(this, AWTEvent.WINDOW_STATE_EVENT_MASK);
    update();
  }

  @UIEffect
  void stop() {
    component.removeHierarchyListener(this);
    Toolkit.getDefaultToolkit().removeAWTEventListener(this);
  }

  @Override
  public void hierarchyChanged(HierarchyEvent event) {
    Edt.later(this::update);
  }

  @Override
  public void eventDispatched(AWTEvent event) {
    Edt.later(this::update);
  }

  private void update() {
    listener.accept(
        component.isShowing() && !iconified(SwingUtilities.getWindowAncestor(component)));
  }

  /** A dialog goes down with the frame that owns it. */
  private static boolean iconified(@Nullable Window window) {
    for (Window w = window; w != null; w = w.getOwner()) {
      if (w instanceof Frame && (((Frame) w).getExtendedState() & Frame.ICONIFIED) != 0) {
        return true;
      }
    }
    return false;
  }
}
