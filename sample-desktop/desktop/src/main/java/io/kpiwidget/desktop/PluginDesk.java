package io.kpiwidget.desktop;

import io.kpiwidget.desktop.report.RunRecorder;
import io.kpiwidget.desktop.window.DesktopWindow;
import io.kpiwidget.host.AgentDesktop;
import io.kpiwidget.host.AgentSession;
import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.host.Notice;
import io.kpiwidget.host.Registration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.swing.SwingUtilities;
import org.checkerframework.checker.guieffect.qual.UIEffect;
import org.jspecify.annotations.Nullable;

/** The desktop as plugins see it: all that a vendor has to write. */
final class PluginDesk implements AgentDesktop {

  private final DesktopWindow window;
  private final RunRecorder recorder;
  private final DesktopOptions options;
  private final Optional<PlatformSession> session;
  private final List<DockablePanel> panels = new CopyOnWriteArrayList<>();
  private volatile long loadStarted = System.nanoTime();

  PluginDesk(
      DesktopWindow window,
      RunRecorder recorder,
      DesktopOptions options,
      Optional<PlatformSession> session) {
    this.window = window;
    this.recorder = recorder;
    this.options = options;
    this.session = session;
  }

  @Override
  @UIEffect
  public Registration dock(DockablePanel panel) {
    Registration docked = window.dock(panel);
    panels.add(panel);
    recorder.docked(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - loadStarted));
    return () -> {
      panels.remove(panel);
      docked.close();
    };
  }

  @Override
  public Path dataDir() {
    return options.dataDir();
  }

  @Override
  public Map<String, String> config() {
    return options.pluginSettings();
  }

  /** The session's own token, as a desktop of this platform has one; null without a platform. */
  @Override
  public @Nullable String token(AgentSession agent) throws IOException, InterruptedException {
    return session.isPresent() ? session.get().token(agent.agentId()).orElse(null) : null;
  }

  @Override
  public void notice(Notice notice) {
    recorder.notice(notice);
    SwingUtilities.invokeLater(() -> window.notice(notice));
  }

  /** Plugins are about to be loaded. */
  void loading() {
    loadStarted = System.nanoTime();
  }

  /** The first panel that a plugin docked. Any thread. */
  Optional<DockablePanel> firstPanel() {
    return panels.stream().findFirst();
  }

  /** Every panel that plugins docked. Any thread. */
  List<DockablePanel> panels() {
    return List.copyOf(panels);
  }
}
