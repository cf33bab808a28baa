package io.kpiwidget.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AWTEvent;
import java.awt.Toolkit;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

/** What desktops and plugins do to the host from inside its calls. */
final class ReentryTest extends HostFixture {

  private static final AgentSession ANN = AgentSession.of("ann").build();

  private static TestJar twoPanels(String id) {
    return TestJar.plugin(id, "context.own(() -> say(\"closed\")); say(\"up\");")
        .index(id + ".Provider", id + ".Second")
        .source(
            id + ".Second", "package %s; public class Second extends Provider {}".formatted(id));
  }

  @Test
  void twoProviders_bothDocked() {
    start(twoPanels("good"));

    assertThat(desktop.docked).hasSize(2);
  }

  @Test
  void dock_disablesThePlugin_takesThePanelBack_startsNoOther() {
    desktop.whenDocked = panel -> host.disable("good");
    start(twoPanels("good"));

    assertThat(desktop.docked).isEmpty();
    assertThat(Heard.all()).containsExactly("up", "closed");
    assertThat(desktop.notices).isEmpty();
  }

  @Test
  void dock_closesTheHost_startsNothingMore_andIsQuiet() {
    desktop.whenDocked = panel -> host.close();
    start(TestJar.plugin("one", "context.own(() -> say(\"closed\"));"), TestJar.plugin("two"));

    assertThat(desktop.docked).isEmpty();
    assertThat(Heard.all()).containsExactly("closed");
    assertThat(desktop.notices).isEmpty();
  }

  @Test
  void dock_disablesALaterPlugin_thatStaysDown() {
    desktop.whenDocked = panel -> host.disable("two");
    start(TestJar.plugin("one"), TestJar.plugin("two"));

    assertThat(desktop.panels()).containsExactly("one");
  }

  @Test
  void dock_unloadsALaterPlugin_isQuiet() {
    desktop.whenDocked = panel -> host.unload("two");
    start(TestJar.plugin("one"), TestJar.plugin("two"));

    assertThat(desktop.panels()).containsExactly("one");
    assertThat(desktop.notices).isEmpty();
  }

  @Test
  void dock_reloadsThePlugin_onePanelIsLeft() {
    desktop.whenDocked =
        panel -> {
          desktop.whenDocked = again -> {};
          host.reload("good");
        };
    start(TestJar.plugin("good", "context.own(() -> say(\"closed\")); say(\"up\");"));

    assertThat(desktop.panels()).containsExactly("good");
    assertThat(Heard.all()).containsExactly("up", "closed", "up");
    assertThat(host.disable("good")).isTrue();
    assertThat(desktop.docked).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway") // desktops may not run it
  void dock_returnsNull_isANotice() {
    TestJar.plugin("good").writeTo(plugins, "good.jar");
    AgentDesktop lazy =
        new AgentDesktop() {
          @Override
          public Registration dock(DockablePanel panel) {
            return null;
          }

          @Override
          public void notice(Notice notice) {
            desktop.notice(notice);
          }

          @Override
          public java.nio.file.Path dataDir() {
            return data;
          }
        };
    host = PluginHost.start(lazy, plugins);
    settle();

    assertThat(desktop.complaints()).singleElement().asString().contains("dock() returned no");
  }

  @Test
  void notice_disablesThePlugin_whileItIsDocked_leavesNoListenerBehind() {
    int before = windowListeners();
    desktop.whenDocked = panel -> panel.component().putClientProperty("seen", true);
    desktop.whenTold = notice -> host.disable("good");
    start(
        TestJar.plugin(
            "good",
            """
            if (true) return DockablePanel.of("good", new javax.swing.JPanel() {
              { context.onShowing(b -> { if (b) throw new IllegalStateException("seen"); }); }
              @Override public boolean isShowing() { return true; }
            }).build();
            """));

    assertThat(desktop.docked).isEmpty();
    assertThat(desktop.complaints()).hasSize(1);
    assertThat(windowListeners()).isEqualTo(before);
  }

  @Test
  void notice_closesTheHost_isQuietAfterwards() {
    desktop.whenTold = notice -> host.close();
    start(TestJar.plugin("bad", "if (true) throw new Error();"), TestJar.plugin("good"));

    assertThat(desktop.notices).hasSize(1);
    assertThat(desktop.docked).isEmpty();
  }

  @Test
  void listenerAddedInAListener_hearsThePresentSessionOnce() {
    start(
        TestJar.plugin(
            "good",
            """
            context.onSession(s -> {
              if (s != null) { context.onSession(t -> say("inner " + t)); }
              say("outer " + s);
            });
            """));
    session(ANN);

    assertThat(Heard.all())
        .containsExactly(
            "outer null", "inner AgentSession[ann, 0 queues]", "outer AgentSession[ann, 0 queues]");
  }

  @Test
  void owned_closedTwiceFromInside_isClosedOnce() {
    start(TestJar.plugin("good", "context.own(() -> { say(\"closed\"); });"));
    desktop.whenDocked = panel -> {};
    JPanel other = new JPanel();
    onEdt(() -> other.add(desktop.docked.get(0).component()));
    onEdt(
        () -> {
          host.disable("good");
          host.close();
        });

    assertThat(Heard.all()).containsExactly("closed");
  }

  @Test
  void reload_bringsDependentsBack() {
    start(TestJar.plugin("base"), TestJar.plugin("top").header("Plugin-Dependencies", "base"));

    assertThat(host.reload("base")).isTrue();
    assertThat(desktop.panels()).containsExactly("base", "top");
    assertThat(desktop.notices).isEmpty();
  }

  @Test
  void reload_leavesADisabledDependentDown() {
    start(TestJar.plugin("base"), TestJar.plugin("top").header("Plugin-Dependencies", "base"));
    host.disable("top");

    assertThat(host.reload("base")).isTrue();
    assertThat(desktop.panels()).containsExactly("base");
    assertThat(host.enable("top")).isTrue();
  }

  private static int windowListeners() {
    return Toolkit.getDefaultToolkit()
        .getAWTEventListeners(AWTEvent.WINDOW_STATE_EVENT_MASK)
        .length;
  }
}
