package io.kpiwidget.host;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder for plugins, a desktop to dock in, a host between them. */
abstract class HostFixture {

  @TempDir Path plugins;
  @TempDir Path data;

  FakeDesktop desktop;

  @SuppressWarnings("NullAway.Init") // each test starts it
  PluginHost host;

  @BeforeEach
  void newDesktop() {
    desktop = new FakeDesktop(data);
    Heard.all();
  }

  @AfterEach
  void closeHost() {
    if (host != null) { // a test failed before
      host.close();
    }
  }

  /** The EDT waits until {@link #host} is there: what is done while docking may use it. */
  void start() {
    var started = new CountDownLatch(1);
    SwingUtilities.invokeLater(() -> await(started));
    host = PluginHost.start(desktop, plugins);
    started.countDown();
    settle();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void start(TestJar... jars) {
    for (int i = 0; i < jars.length; i++) {
      jars[i].writeTo(plugins, "plugin-" + i + ".jar");
    }
    start();
  }

  void session(@Nullable AgentSession next) {
    host.session(next);
    settle();
  }

  /** Returns when everything that was queued for the EDT is done. */
  static void settle() {
    onEdt(() -> {});
  }

  static void onEdt(Runnable task) {
    try {
      SwingUtilities.invokeAndWait(task);
    } catch (InterruptedException | InvocationTargetException e) {
      throw new AssertionError(e);
    }
  }
}
