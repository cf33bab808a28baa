package io.kpiwidget.panel.browser;

import io.kpiwidget.chromium.link.Area;
import io.kpiwidget.chromium.link.FrameFile;
import io.kpiwidget.chromium.link.ToBrowser;
import io.kpiwidget.chromium.link.ToDesktop;
import java.awt.AWTEvent;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.event.FocusEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.Consumer;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.checkerframework.checker.guieffect.qual.SafeEffect;
import org.checkerframework.checker.guieffect.qual.UI;
import org.checkerframework.checker.guieffect.qual.UIType;
import org.jspecify.annotations.Nullable;

/**
 * Shows the page's pictures and hands input to it. A plain lightweight component: menus, tooltips
 * and glass panes of the desktop stay above it.
 */
@UIType
final class PageCanvas extends JComponent implements Picture {

  private static final int RESIZE_PAUSE_MILLIS = 100;

  private final Consumer<ToBrowser> page;
  private final Timer resized;
  private final Awaited awaited = new Awaited();
  private @Nullable BufferedImage image;
  private double imageScale = 1;

  PageCanvas(Consumer<ToBrowser> page) {
    this.page = page;
    resized = new Timer(RESIZE_PAUSE_MILLIS, event -> tellSize());
    resized.setRepeats(false);
    setFocusable(true);
    setFocusTraversalKeysEnabled(false);
    setOpaque(true);
    enableEvents(
        AWTEvent.MOUSE_EVENT_MASK
            | AWTEvent.MOUSE_MOTION_EVENT_MASK
            | AWTEvent.MOUSE_WHEEL_EVENT_MASK
            | AWTEvent.KEY_EVENT_MASK
            | AWTEvent.FOCUS_EVENT_MASK);
  }

  @Override
  @SafeEffect
  public void show(FrameFile file, ToDesktop.Frame frame, Consumer<Boolean> copied) {
    SwingUtilities.invokeLater(() -> copied.accept(take(file, frame)));
  }

  @Override
  @SafeEffect
  public void pointer(int cursor) {
    SwingUtilities.invokeLater(() -> setCursor(Cursor.getPredefinedCursor(cursor)));
  }

  @Override
  @SafeEffect
  public void focusLeaves(boolean forward) {
    SwingUtilities.invokeLater(() -> leave(forward));
  }

  private void leave(boolean forward) {
    if (forward) {
      transferFocus();
    } else {
      transferFocusBackward();
    }
  }

  /** The ticket that {@link #painted} brings when {@code work} may run. */
  long await(@UI Runnable work) {
    return awaited.add(work);
  }

  @Override
  @SafeEffect
  public void painted(long ticket) {
    SwingUtilities.invokeLater(() -> awaited.arrived(ticket));
  }

  @Override
  @SafeEffect
  public void ended() {
    SwingUtilities.invokeLater(awaited::clear);
  }

  /** Copying here, where it is painted, needs no lock; a panel's picture takes well under 1 ms. */
  private boolean take(FrameFile file, ToDesktop.Frame frame) {
    BufferedImage target = imageOf(frame.width(), frame.height());
    int[] pixels = ((DataBufferInt) target.getRaster().getDataBuffer()).getData();
    boolean whole = file.read(frame.sequence(), pixels, frame.width(), frame.dirty());
    if (whole) {
      show(target, frame);
    }
    return whole;
  }

  private void show(BufferedImage target, ToDesktop.Frame frame) {
    boolean sameSize = target.equals(image) && imageScale == frame.scale();
    image = target;
    imageScale = frame.scale();
    if (sameSize) {
      repaint(frame.dirty());
    } else {
      repaint();
    }
  }

  /** The present picture, or an empty one that is not shown before it is whole. */
  private BufferedImage imageOf(int width, int height) {
    BufferedImage present = image;
    return present != null && present.getWidth() == width && present.getHeight() == height
        ? present
        : new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
  }

  private void repaint(Area dirty) {
    double scale = imageScale;
    // one more all around: device pixels and Swing's need not have common edges
    int x = (int) (dirty.x() / scale) - 1;
    int y = (int) (dirty.y() / scale) - 1;
    repaint(x, y, (int) (dirty.width() / scale) + 3, (int) (dirty.height() / scale) + 3);
  }

  private double scale() {
    GraphicsConfiguration screen = getGraphicsConfiguration();
    return screen == null ? 1 : screen.getDefaultTransform().getScaleX();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    graphics.setColor(getBackground());
    graphics.fillRect(0, 0, getWidth(), getHeight());
    BufferedImage present = image;
    if (present != null) {
      // pixel for pixel on the screen it was made for, and never stretched to another size
      Graphics2D device = (Graphics2D) graphics.create();
      device.scale(1 / imageScale, 1 / imageScale);
      device.drawImage(present, 0, 0, null);
      device.dispose();
    }
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean changed = width != getWidth() || height != getHeight();
    super.setBounds(x, y, width, height);
    if (changed) {
      resized.restart();
    }
  }

  @Override
  public void addNotify() {
    super.addNotify();
    resized.restart();
  }

  @Override
  public void removeNotify() {
    resized.stop();
    super.removeNotify();
  }

  private void tellSize() {
    Dimension size = getSize();
    if (size.width > 0 && size.height > 0) {
      page.accept(new ToBrowser.Resize(size.width, size.height, scale()));
    }
  }

  @Override
  protected void processMouseEvent(MouseEvent event) {
    if (event.getID() == MouseEvent.MOUSE_PRESSED) {
      requestFocusInWindow();
    }
    super.processMouseEvent(event);
    mouse(event);
  }

  @Override
  protected void processMouseMotionEvent(MouseEvent event) {
    super.processMouseMotionEvent(event);
    mouse(event);
  }

  private void mouse(MouseEvent event) {
    // a click comes after its press and release, of which Chromium makes its own
    if (event.getID() != MouseEvent.MOUSE_CLICKED) {
      page.accept(AwtEvents.mouse(event));
    }
  }

  @Override
  protected void processMouseWheelEvent(MouseWheelEvent event) {
    super.processMouseWheelEvent(event);
    page.accept(AwtEvents.wheel(event));
    event.consume();
  }

  /** Before the desktop's key bindings, so that typing does not press its default button. */
  @Override
  protected void processKeyEvent(KeyEvent event) {
    KeyRoute route = KeyRoute.of(event.getKeyCode(), event.getKeyChar(), event.getModifiersEx());
    if (route == KeyRoute.PAGE) {
      page.accept(AwtEvents.key(event));
      event.consume();
    } else if (route == KeyRoute.LEAVE) {
      event.consume();
      if (event.getID() == KeyEvent.KEY_PRESSED) {
        leave((event.getModifiersEx() & InputEvent.SHIFT_DOWN_MASK) == 0);
      }
    }
    super.processKeyEvent(event);
  }

  @Override
  protected void processFocusEvent(FocusEvent event) {
    super.processFocusEvent(event);
    page.accept(new ToBrowser.Focus(event.getID() == FocusEvent.FOCUS_GAINED));
  }
}
