package io.kpiwidget.chromium;

import io.kpiwidget.chromium.link.ToBrowser;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.io.Serial;
import org.cef.OS;

/** AWT events, made again on this side of the link: JCEF takes nothing else. */
final class Input {

  private static final Component SOURCE =
      new Component() {
        @Serial private static final long serialVersionUID = 1;
      };

  /** In pixels; three of them are a notch of most wheels. */
  private static final int LINE = 33;

  private Input() {}

  static MouseEvent event(ToBrowser.Mouse mouse) {
    return new MouseEvent(
        SOURCE,
        mouse.id(),
        0,
        mouse.modifiers(),
        mouse.x(),
        mouse.y(),
        mouse.clicks(),
        false,
        mouse.button());
  }

  /** JCEF takes AWT's lines for pixels, and its down for Chromium's up. */
  static MouseWheelEvent event(ToBrowser.Wheel wheel) {
    return new MouseWheelEvent(
        SOURCE,
        MouseEvent.MOUSE_WHEEL,
        0,
        wheel.modifiers(),
        wheel.x(),
        wheel.y(),
        0,
        false,
        MouseWheelEvent.WHEEL_UNIT_SCROLL,
        LINE * Math.max(1, wheel.scrollAmount()),
        -wheel.rotation());
  }

  static KeyEvent event(ToBrowser.Key key) {
    char character = OS.isLinux() ? Keysym.of(key) : key.character();
    return new KeyEvent(
        SOURCE, key.id(), 0, key.modifiers(), key.code(), character, key.location());
  }
}
