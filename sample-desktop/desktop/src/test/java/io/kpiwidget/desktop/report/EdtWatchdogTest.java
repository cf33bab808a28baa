package io.kpiwidget.desktop.report;

import static io.kpiwidget.desktop.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

final class EdtWatchdogTest {

  @Test
  void stall_isFoundWhileItLastsAndAfterwards() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (EdtWatchdog watchdog = EdtWatchdog.start()) {
      SwingUtilities.invokeLater(() -> awaitQuietly(release));
      await("a stall above 60 ms", () -> watchdog.found().longestMs() > 60);
      release.countDown();
      SwingUtilities.invokeAndWait(() -> {});

      assertThat(watchdog.found().over50Ms()).isPositive();
    }
  }

  @Test
  void close_endsTheThread() throws Exception {
    EdtWatchdog watchdog = EdtWatchdog.start();
    watchdog.close();

    assertThat(watchdog.ended(Duration.ofSeconds(5))).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
