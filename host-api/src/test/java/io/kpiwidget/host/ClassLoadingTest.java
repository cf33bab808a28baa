package io.kpiwidget.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Whose classes a plugin gets, and that its own go when it goes. */
final class ClassLoadingTest extends HostFixture {

  @Test
  void contract_bundledByMistake_comesFromTheDesktop() throws IOException {
    start(
        TestJar.plugin("good", "say(PanelProvider.class.getClassLoader() == null);")
            .resource("io/kpiwidget/host/PanelProvider.class", bytesOf(PanelProvider.class))
            .resource("io/kpiwidget/host/DockablePanel.class", bytesOf(DockablePanel.class))
            .resource("org/pf4j/ExtensionPoint.class", bytesOf(org.pf4j.ExtensionPoint.class))
            .resource("org/slf4j/Logger.class", bytesOf(org.slf4j.Logger.class)));

    assertThat(desktop.panels()).containsExactly("good");
    assertThat(desktop.notices).isEmpty();
  }

  @Test
  void slf4j_bundled_isTheDesktops() throws IOException {
    start(
        TestJar.plugin(
                "good",
                "say(org.slf4j.Logger.class.getClassLoader() == getClass().getClassLoader());")
            .resource("org/slf4j/Logger.class", bytesOf(org.slf4j.Logger.class)));

    assertThat(Heard.all()).containsExactly("false");
  }

  @Test
  void libraries_comeFromThePluginFirst() throws IOException {
    String assertj = "org.assertj.core.api.Assertions";
    start(
        TestJar.plugin(
                "good",
                "say(Class.forName(\"%s\", false, getClass().getClassLoader()).getClassLoader()"
                        .formatted(assertj)
                    + " == getClass().getClassLoader());")
            .resource(
                assertj.replace('.', '/') + ".class",
                bytesOf(org.assertj.core.api.Assertions.class)));

    assertThat(Heard.all()).containsExactly("true");
  }

  @Test
  void loader_isCollected_afterUnloadReloadAndClose() {
    List<WeakReference<Object>> loaders = new ArrayList<>();
    start(
        TestJar.plugin(
            "good",
            """
            context.onSession(s -> {}); context.onTheme(t -> {}); context.onShowing(b -> {});
            context.own(new javax.swing.Timer(1000, null)::stop);
            if (true) return DockablePanel.of("good", new javax.swing.JPanel() {})
                .actions(java.util.List.of(new javax.swing.AbstractAction() {
                  public void actionPerformed(java.awt.event.ActionEvent e) {}
                })).build();
            """));
    remember(loaders);
    host.reload("good");
    remember(loaders);
    host.disable("good");
    host.enable("good");
    host.unload("good");
    host.close();
    settle();

    assertThat(awaitCleared(loaders)).as("loaders still alive").isZero();
  }

  private void remember(List<WeakReference<Object>> loaders) {
    DockablePanel panel = desktop.docked.get(0);
    assertThat(panel.id()).isEqualTo("good");
    loaders.add(new WeakReference<>(panel));
    loaders.add(new WeakReference<>(panel.actions().get(0).getClass().getClassLoader()));
  }

  private static long awaitCleared(List<WeakReference<Object>> references) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    long alive = references.size();
    while (alive > 0 && System.nanoTime() < deadline) {
      System.gc();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      alive = references.stream().filter(reference -> reference.get() != null).count();
    }
    return alive;
  }

  private static byte[] bytesOf(Class<?> type) throws IOException {
    String name = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
