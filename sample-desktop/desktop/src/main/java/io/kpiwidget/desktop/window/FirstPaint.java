package io.kpiwidget.desktop.window;

import java.awt.BorderLayout;
import java.awt.Graphics;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.checkerframework.checker.guieffect.qual.SafeEffect;

/** A window's content that knows when it has been painted for the first time. */
final class FirstPaint extends JPanel {

  private final CountDownLatch painted = new CountDownLatch(1);

  FirstPaint() {
    super(new BorderLayout());
  }

  @Override
  public void paint(Graphics g) {
    super.paint(g);
    if (painted.getCount() > 0) {
      SwingUtilities.invokeLater(painted::countDown); // after the picture has been put on screen
    }
  }

  /** Blocks until then, or for {@code patience}. Never on the EDT. */
  @SafeEffect
  boolean await(Duration patience) throws InterruptedException {
    return painted.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
