package io.kpiwidget.host;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;

/** A desktop that remembers what plugins did to it. */
final class FakeDesktop implements AgentDesktop {

  final List<DockablePanel> docked = new CopyOnWriteArrayList<>();
  final List<Notice> notices = new CopyOnWriteArrayList<>();
  private final Path dataDir;

  /** What the desktop's code does while it docks a panel, and when it is told something. */
  Consumer<DockablePanel> whenDocked = panel -> {};

  Consumer<Notice> whenTold = notice -> {};

  FakeDesktop(Path dataDir) {
    this.dataDir = dataDir;
  }

  @Override
  public Registration dock(DockablePanel panel) {
    if (!SwingUtilities.isEventDispatchThread()) {
      throw new IllegalStateException("docked on " + Thread.currentThread().getName());
    }
    docked.add(panel);
    whenDocked.accept(panel);
    return () -> docked.remove(panel);
  }

  @Override
  public Path dataDir() {
    return dataDir;
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
    whenTold.accept(notice);
  }

  List<String> panels() {
    return docked.stream().map(DockablePanel::id).toList();
  }

  List<String> complaints() {
    return notices.stream().map(notice -> notice.text() + " " + notice.nextStep()).toList();
  }
}
