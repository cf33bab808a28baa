package io.kpiwidget.desktop;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kpiwidget.desktop.agents.Account;
import io.kpiwidget.desktop.agents.QueueRef;
import io.kpiwidget.desktop.window.Look;
import io.kpiwidget.desktop.window.Place;
import io.kpiwidget.host.DockablePanel;
import io.kpiwidget.host.Registration;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.swing.JComboBox;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;

/**
 * Drives a desktop in this JVM as an agent would: by menus, dialogs, keys. Swing work off the Event
 * Dispatch Thread makes its test fail. Close it.
 */
public final class DesktopDriver implements AutoCloseable {

  private final Robot robot;
  private final SampleDesktop desktop;
  private final FrameFixture window;

  private DesktopDriver(Robot robot, SampleDesktop desktop) {
    this.robot = robot;
    this.desktop = desktop;
    this.window = new FrameFixture(robot, desktop.window().frame());
  }

  /** Opens a desktop with a command line's options; {@code --plugins} is needed. */
  public static DesktopDriver open(String... args) throws Exception {
    FailOnThreadViolationRepaintManager.install();
    Robot robot = BasicRobot.robotWithNewAwtHierarchy();
    // with --report the watchdog posts an event every 10 ms, so the queue is never idle for long
    robot.settings().idleTimeout(1000);
    try {
      return new DesktopDriver(robot, SampleDesktop.open(DesktopOptions.parse(args)));
    } catch (Exception e) {
      robot.cleanUp();
      throw e;
    }
  }

  public SampleDesktop desktop() {
    return desktop;
  }

  public FrameFixture window() {
    return window;
  }

  public Robot robot() {
    return robot;
  }

  /** The first panel of a plugin; waits until it is docked. */
  public DockablePanel panel() throws Exception {
    Await.await("a plugin's panel", Duration.ofSeconds(30), () -> docked().isPresent());
    return docked().orElseThrow();
  }

  private Optional<DockablePanel> docked() {
    return desktop.pluginPanel();
  }

  /** What the first plugin's panel says about itself. */
  public JsonObject diagnostics() throws Exception {
    return JsonParser.parseString(panel().diagnostics()).getAsJsonObject();
  }

  /** Waits until the diagnostics fulfil {@code condition}; the figures arrive when they arrive. */
  public void awaitDiagnostics(String what, Duration patience, Check condition) throws Exception {
    Await.await(what, patience, () -> condition.holds(diagnostics()));
  }

  /** A question about diagnostics. */
  @FunctionalInterface
  public interface Check {
    boolean holds(JsonObject diagnostics);
  }

  /** Docks a panel that no plugin made. */
  public Registration dock(DockablePanel panel) throws InterruptedException {
    return Edt.call(() -> desktop.window().dock(panel));
  }

  public void signInAs(String agentId) throws Exception {
    window.menuItem("menu.signIn").click();
    DialogFixture dialog = WindowFinder.findDialog("signIn").using(robot);
    choose(dialog, "signIn.agent", agentId);
    dialog.button("signIn.ok").click();
    Await.await("the session of " + agentId, () -> agent().equals(Optional.of(agentId)));
  }

  public void signOut() throws Exception {
    window.menuItem("menu.signOut").click();
    Await.await("the end of the session", () -> agent().isEmpty());
  }

  public void moveTo(String fromQueue, String toQueue) throws Exception {
    Await.await("names of queues", () -> window.menuItem("menu.move").target().isEnabled());
    window.menuItem("menu.move").click();
    DialogFixture dialog = WindowFinder.findDialog("move").using(robot);
    choose(dialog, "move.from", fromQueue);
    choose(dialog, "move.to", toQueue);
    dialog.button("move.ok").click();
  }

  /** Chooses the item whose text form holds {@code id}. */
  private static void choose(DialogFixture dialog, String box, String id)
      throws InterruptedException {
    JComboBox<?> items = dialog.comboBox(box).target();
    dialog.comboBox(box).selectItem(Edt.call(() -> index(items, id)));
  }

  private static int index(JComboBox<?> items, String id) {
    for (int i = 0; i < items.getItemCount(); i++) {
      if (id(items.getItemAt(i)).equals(id)) {
        return i;
      }
    }
    throw new AssertionError("not to choose from: " + id);
  }

  private static String id(Object item) {
    return item instanceof Account account ? account.id() : ((QueueRef) item).id();
  }

  /** Who is signed in. */
  public Optional<String> agent() {
    return desktop.account().map(Account::id);
  }

  /** Moves a panel into a window of its own, or back when it is in one. */
  public void toggleFloating(String panelId) {
    window.menuItem("panel:" + panelId + ".float").click();
  }

  /** Hides a panel, or shows it when it is hidden. */
  public void toggleShown(String panelId) {
    window.menuItem("panel:" + panelId + ".show").click();
  }

  public Place place(String panelId) throws InterruptedException {
    return Edt.call(() -> desktop.window().place(panelId)).orElseThrow();
  }

  public void look(Look look) {
    window.menuItem("menu.look." + look).click();
  }

  /** Reads something on the EDT. */
  public static <T> T onEdt(Callable<T> work) throws InterruptedException {
    return Edt.call(
        () -> {
          try {
            return work.call();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Override
  public void close() {
    try {
      desktop.close();
    } finally {
      robot.cleanUp();
      FailOnThreadViolationRepaintManager.uninstall();
    }
  }
}
