package io.kpiwidget.desktop;

import static io.kpiwidget.desktop.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin that is loaded again and again, with Chromium in front, leaves nothing behind. */
final class ReloadIT {

  /** More by {@code -Dreloads}; each takes some seconds. */
  private static final int RELOADS = Integer.getInteger("reloads", 5);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The HTTP client's own threads end after a minute of rest, and hold their loader until then. */
  private static final Duration REST = Duration.ofSeconds(100);

  @TempDir private Path folder;
  private Workplace workplace;

  @BeforeEach
  void openWorkplace() throws Exception {
    workplace = new Workplace(folder);
  }

  @AfterEach
  void closeWorkplace() {
    workplace.close();
  }

  @Test
  void reloads_leaveNoLoaderThreadFileProcessOrListener() throws Exception {
    try (DesktopDriver driver = workplace.open()) {
      awaitChromium(driver, 0);
      reload(driver);
      Leftovers before = Leftovers.now();
      List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
      for (int i = 0; i < RELOADS; i++) {
        loaders.add(new WeakReference<>(loader(driver)));
        reload(driver);
      }
      await("all loaders to be collected", REST, () -> alive(loaders) == 0);
      await("what was there before", REST, () -> Leftovers.now().notMoreThan(before));
      System.out.printf("%d reloads%nbefore %s%nafter  %s%n", RELOADS, before, Leftovers.now());
      assertThat(loaders).hasSize(RELOADS);
    }
  }

  private static void reload(DesktopDriver driver) throws Exception {
    long before = pid(driver.diagnostics());
    assertThat(driver.desktop().reload("kpi-widget")).isTrue();
    awaitChromium(driver, before);
    await("the process before to end", PATIENCE, () -> ProcessHandle.of(before).isEmpty());
  }

  private static void awaitChromium(DesktopDriver driver, long before) throws Exception {
    driver.awaitDiagnostics(
        "Chromium in front",
        PATIENCE,
        d -> d.get("renderer").getAsString().equals("chromium") && pid(d) != before);
  }

  private static long pid(JsonObject diagnostics) {
    return diagnostics.getAsJsonObject("browser").get("pid").getAsLong();
  }

  private static ClassLoader loader(DesktopDriver driver) throws Exception {
    return driver.panel().component().getClass().getClassLoader();
  }

  private static long alive(List<WeakReference<ClassLoader>> loaders) {
    System.gc();
    return loaders.stream().filter(loader -> loader.get() != null).count();
  }
}
