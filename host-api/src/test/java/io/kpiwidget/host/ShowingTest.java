package io.kpiwidget.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a panel hears while the agent moves it about. Needs a display and a window manager. */
@SuppressWarnings("NullAway.Init")
final class ShowingTest extends HostFixture {

  private JFrame frame;
  private JTabbedPane tabs;

  @BeforeAll
  static void needDisplay() {
    assumeFalse(GraphicsEnvironment.isHeadless());
  }

  @BeforeEach
  void openDesktop() {
    onEdt(
        () -> {
          frame = new JFrame();
          tabs = new JTabbedPane();
          tabs.addTab("notes", new JLabel("notes"));
          frame.add(tabs);
          frame.setSize(400, 300);
          frame.setVisible(true);
        });
    start(TestJar.plugin("good", "context.onShowing(b -> say(b));"));
    onEdt(() -> tabs.insertTab("KPI", null, panel(), null, 0));
    assertHears("false");
  }

  @AfterEach
  void closeDesktop() {
    onEdt(frame::dispose);
  }

  @Test
  void tabs_hideAndShow() {
    onEdt(() -> tabs.setSelectedIndex(0));
    assertHears("true");
    onEdt(() -> tabs.setSelectedIndex(1));
    assertHears("false");
  }

  @Test
  void iconify_hides_deiconify_shows() {
    onEdt(() -> tabs.setSelectedIndex(0));
    assertHears("true");
    onEdt(() -> frame.setExtendedState(Frame.ICONIFIED));
    assertHears("false");
    onEdt(() -> frame.setExtendedState(Frame.NORMAL));
    assertHears("true");
  }

  @Test
  void floatingWindow_showsAndGoesDownWithItsFrame() {
    onEdt(
        () -> {
          JDialog floating = new JDialog(frame);
          floating.add(panel());
          floating.setSize(200, 200);
          floating.setVisible(true);
        });
    assertHears("true");
    onEdt(() -> frame.setExtendedState(Frame.ICONIFIED));
    assertHears("false");
  }

  @Test
  void movedWithinOneEvent_hearsNothing() {
    onEdt(() -> tabs.setSelectedIndex(0));
    assertHears("true");
    onEdt(
        () -> {
          tabs.remove(0);
          frame.setContentPane(panel());
          panel().setVisible(true);
          frame.validate();
        });
    settle();
    settle();

    assertThat(Heard.all()).isEmpty();
  }

  @Test
  void disable_saysFalse_andNothingMore() {
    onEdt(() -> tabs.setSelectedIndex(0));
    assertHears("true");
    JComponent panel = panel();
    host.disable("good");
    assertHears("false");
    onEdt(() -> frame.add(panel));
    settle();

    assertThat(Heard.all()).isEmpty();
    assertThat(panel.getHierarchyListeners()).isEmpty();
  }

  private JComponent panel() {
    return desktop.docked.get(0).component();
  }

  /** Window managers answer when they like. */
  private static void assertHears(String expected) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    var heard = Heard.all();
    while (heard.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      heard = Heard.all();
    }
    assertThat(heard).containsExactly(expected);
  }
}
