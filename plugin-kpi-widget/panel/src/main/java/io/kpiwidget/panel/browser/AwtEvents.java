package io.kpiwidget.panel.browser;

import io.kpiwidget.chromium.link.ToBrowser;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import org.checkerframework.checker.guieffect.qual.UIType;

/** The agent's input as the browser process takes it. */
@UIType
final class AwtEvents {

  private AwtEvents() {}

  static ToBrowser mouse(MouseEvent event) {
    return new ToBrowser.Mouse(
        event.getID(),
        event.getModifiersEx(),
        event.getX(),
        event.getY(),
        event.getClickCount(),
        event.getButton());
  }

  static ToBrowser wheel(MouseWheelEvent event) {
    return new ToBrowser.Wheel(
        event.getModifiersEx(),
        event.getX(),
        event.getY(),
        event.getScrollType(),
        event.getScrollAmount(),
        event.getWheelRotation());
  }

  static ToBrowser key(KeyEvent event) {
    return new ToBrowser.Key(
        event.getID(),
        event.getModifiersEx(),
        event.getKeyCode(),
        event.getKeyChar(),
        event.getKeyLocation());
  }
}
