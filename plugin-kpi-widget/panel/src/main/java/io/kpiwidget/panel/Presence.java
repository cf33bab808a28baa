package io.kpiwidget.panel;

import java.awt.AWTEvent;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.awt.MouseInfo;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.desktop.UserSessionEvent;
import java.awt.desktop.UserSessionListener;
import java.awt.event.AWTEventListener;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.checkerframework.checker.guieffect.qual.SafeEffect;
import org.checkerframework.checker.guieffect.qual.UIType;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody sits at the computer: nobody does while the screen is locked, or when for a
 * quarter of an hour no key was pressed in the desktop and the pointer stood still, wherever it is.
 * An agent who only watches or talks for a while is there. On the EDT.
 */
@UIType
final class Presence implements AutoCloseable {

  /** Longer than a call and a look at the figures after it. */
  static final Duration AWAY_AFTER = Duration.ofMinutes(15);

  private static final int LOOK_MILLIS = 10_000;

  private static final long INPUT =
      AWTEvent.KEY_EVENT_MASK
          | AWTEvent.MOUSE_EVENT_MASK
          | AWTEvent.MOUSE_MOTION_EVENT_MASK
          | AWTEvent.MOUSE_WHEEL_EVENT_MASK;

  private final LongSupplier nanos;
  private final Supplier<@Nullable Point> pointer;
  private final Watcher watcher;
  private final Timer timer = new Timer(LOOK_MILLIS, e -> look());
  private final AWTEventListener input = event -> active();
  private final UserSessionListener session = new Session();
  private @Nullable Point last;
  private long activeAt;
  private boolean locked;
  private boolean present = true;

  /** Hears whether somebody is there, each time that changes. On the EDT. */
  @UIType
  interface Watcher {
    void present(boolean now);
  }

  Presence(LongSupplier nanos, Supplier<@Nullable Point> pointer, Watcher watcher) {
    this.nanos = nanos;
    this.pointer = pointer;
    this.watcher = watcher;
    activeAt = nanos.getAsLong();
  }

  /** The real one, at work. */
  static Presence watch(Watcher watcher) {
    var presence = new Presence(System::nanoTime, Presence::pointer, watcher);
    presence.start();
    return presence;
  }

  private static @Nullable Point pointer() {
    var info = GraphicsEnvironment.isHeadless() ? null : MouseInfo.getPointerInfo();
    return info == null ? null : info.getLocation();
  }

  private void start() {
    Toolkit.getDefaultToolkit().addAWTEventListener(input, INPUT);
    if (tellsOfSessions()) {
      Desktop.getDesktop().addAppEventListener(session);
    }
    timer.start();
  }

  // X11 never does, and being asked would load GTK into the agent's desktop
  private static boolean tellsOfSessions() {
    return !System.getProperty("os.name").equals("Linux")
        && Desktop.isDesktopSupported()
        && Desktop.getDesktop().isSupported(Desktop.Action.APP_EVENT_USER_SESSION);
  }

  /** Any thread; returns at once. */
  @Override
  @SafeEffect
  public void close() {
    SwingUtilities.invokeLater(this::stop);
  }

  private void stop() {
    timer.stop();
    Toolkit.getDefaultToolkit().removeAWTEventListener(input);
    if (tellsOfSessions()) {
      Desktop.getDesktop().removeAppEventListener(session);
    }
  }

  /** A key or the mouse was used. */
  void active() {
    activeAt = nanos.getAsLong();
    decide();
  }

  /** The pointer may have moved in another program. */
  void look() {
    var now = pointer.get();
    if (now != null && !now.equals(last)) {
      last = now;
      activeAt = nanos.getAsLong();
    }
    decide();
  }

  /** The screen is locked, or open again. */
  void locked(boolean now) {
    locked = now;
    active();
  }

  private void decide() {
    boolean away = nanos.getAsLong() - activeAt >= AWAY_AFTER.toNanos();
    boolean now = !locked && !away;
    if (now != present) {
      present = now;
      watcher.present(now);
    }
  }

  /** The system's word on it, on a thread of its choice. */
  private final class Session implements UserSessionListener {

    @Override
    @SafeEffect
    public void userSessionDeactivated(UserSessionEvent e) {
      SwingUtilities.invokeLater(() -> locked(true));
    }

    @Override
    @SafeEffect
    public void userSessionActivated(UserSessionEvent e) {
      SwingUtilities.invokeLater(() -> locked(false));
    }
  }
}
