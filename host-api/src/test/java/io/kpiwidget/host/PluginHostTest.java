package io.kpiwidget.host;

import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.awt.Color;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javax.swing.UIManager;
import javax.swing.plaf.metal.MetalLookAndFeel;
import javax.swing.plaf.nimbus.NimbusLookAndFeel;
import org.junit.jupiter.api.Test;

/** A plugin's life: start, what it hears, stop; and what it does wrong on the way. */
final class PluginHostTest extends HostFixture {

  private static final AgentSession ANN =
      AgentSession.of("ann").queues(singletonList("sales")).build();
  private static final AgentSession ANN_MOVED =
      AgentSession.of("ann").queues(singletonList("billing")).build();
  private static final AgentSession BEN = AgentSession.of("ben").build();

  /** Says every session, every closing. */
  private static TestJar chatty(String id) {
    return TestJar.plugin(
        id,
        """
        context.own(() -> say("%s closed"));
        context.onSession(s -> say(s == null ? "nobody" : s.agentId() + s.queueIds()));
        """
            .formatted(id));
  }

  private static TestJar owning(String... names) {
    StringBuilder body = new StringBuilder();
    for (String name : names) {
      body.append("context.own(() -> say(\"%s\"));".formatted(name));
    }
    return TestJar.plugin("good", body.toString());
  }

  @Test
  void session_eachDifferentOneIsHeardOnce() {
    start(chatty("good"));
    session(ANN);
    session(AgentSession.of("ann").queues(List.of("sales")).build());
    session(ANN_MOVED);
    session(BEN);
    session(null);

    assertThat(Heard.all())
        .containsExactly("nobody", "ann[sales]", "ann[billing]", "ben[]", "nobody");
  }

  @Test
  void conversationEnded_isHeardEachTime_notAtOnce_andNotAfterTheStop() {
    start(TestJar.plugin("good", "context.onConversationEnded(() -> say(\"ended\"));"));
    assertThat(Heard.all()).isEmpty();

    host.conversationEnded();
    host.conversationEnded();
    settle();
    assertThat(Heard.all()).containsExactly("ended", "ended");

    assertThat(host.disable("good")).isTrue();
    host.conversationEnded();
    settle();
    assertThat(Heard.all()).isEmpty();
  }

  @Test
  void session_beforeTheStartIsDone_isThereAtOnce() {
    chatty("good").writeTo(plugins, "good.jar");
    onEdt(
        () -> {
          host = PluginHost.start(desktop, plugins);
          host.session(ANN);
          assertThat(desktop.docked).as("start returns at once").isEmpty();
        });
    settle();

    assertThat(Heard.all()).containsExactly("nobody", "ann[sales]");
  }

  @Test
  void disable_saysNothingMore_enableStartsWithThePresentSession() {
    start(chatty("good"));
    session(ANN);
    assertThat(host.disable("good")).isTrue();
    session(BEN);
    assertThat(Heard.all()).containsExactly("nobody", "ann[sales]", "good closed");
    assertThat(desktop.docked).isEmpty();

    assertThat(host.enable("good")).isTrue();
    assertThat(Heard.all()).containsExactly("ben[]");
    assertThat(desktop.panels()).containsExactly("good");
  }

  @Test
  void reload_closesAndStartsTheReplacedJar() {
    start(chatty("good"));
    TestJar.plugin("good", "say(\"second edition\");").writeTo(plugins, "plugin-0.jar");

    assertThat(host.reload("good")).isTrue();
    assertThat(Heard.all()).containsExactly("nobody", "good closed", "second edition");
    assertThat(desktop.panels()).containsExactly("good");
  }

  @Test
  void reload_brokenJar_keepsTheRunningPlugin() {
    start(TestJar.plugin("good"));
    TestJar.empty().writeTo(plugins, "plugin-0.jar");

    assertThat(host.reload("good")).isFalse();
    assertThat(desktop.panels()).containsExactly("good");
    assertThat(desktop.complaints()).singleElement().asString().contains("is not a plugin");
  }

  @Test
  void reload_jarForALaterDesktop_isTold() {
    start(TestJar.plugin("good"));
    TestJar.plugin("good").header("Plugin-Requires", "^2.0.0").writeTo(plugins, "plugin-0.jar");

    assertThat(host.reload("good")).isFalse();
    assertThat(desktop.complaints()).singleElement().asString().contains("needs host-api ^2.0.0");
  }

  @Test
  void reload_disabled_staysDisabled() {
    start(TestJar.plugin("good"));
    host.disable("good");

    assertThat(host.reload("good")).isFalse();
    assertThat(desktop.docked).isEmpty();
    assertThat(host.enable("good")).isTrue();
  }

  @Test
  void unload_forgetsThePlugin() {
    start(chatty("good"));

    assertThat(host.unload("good")).isTrue();
    assertThat(desktop.docked).isEmpty();
    assertThat(Heard.all()).containsExactly("nobody", "good closed");
    assertThat(host.unload("good")).isFalse();
    assertThat(host.enable("good")).isFalse();
    assertThat(desktop.notices).isEmpty();
  }

  @Test
  void unload_takesDependentsAlong() {
    start(
        TestJar.plugin("base", "context.own(() -> say(\"base\"));"),
        TestJar.plugin("top", "context.own(() -> say(\"top\"));")
            .header("Plugin-Dependencies", "base"));

    assertThat(host.unload("base")).isTrue();
    assertThat(Heard.all()).containsExactly("top", "base");
    assertThat(desktop.docked).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway") // desktops may not run it
  void unknownId_changesNothing() {
    start();

    assertThat(host.disable("nobody")).isFalse();
    assertThat(host.reload("nobody")).isFalse();
    assertThatNullPointerException().isThrownBy(() -> host.enable(null)).withMessage("pluginId");
    assertThat(desktop.notices).isEmpty();
  }

  @Test
  void close_stopsThreePlugins_lastStartedFirst() {
    start(chatty("one"), chatty("two"), chatty("three"));
    Heard.all();
    host.close();

    assertThat(Heard.all()).containsExactly("three closed", "two closed", "one closed");
    assertThat(desktop.docked).isEmpty();
  }

  @Test
  void close_twiceAndAfterwards_isQuiet() {
    start(chatty("good"));
    host.close();
    host.close();
    Heard.all();
    session(BEN);

    assertThat(host.enable("good")).isFalse();
    assertThat(Heard.all()).isEmpty();
    assertThat(desktop.notices).isEmpty();
  }

  @Test
  void close_beforeTheStartIsDone_startsNothing() {
    TestJar.plugin("good").writeTo(plugins, "good.jar");
    onEdt(
        () -> {
          host = PluginHost.start(desktop, plugins);
          host.close();
        });
    settle();

    assertThat(desktop.docked).isEmpty();
  }

  @Test
  void close_fromManyThreads_closesOnce() throws InterruptedException {
    start(chatty("good"));
    Heard.all();
    CountDownLatch done = new CountDownLatch(4);
    for (int i = 0; i < 4; i++) {
      new Thread(
              () -> {
                host.close();
                done.countDown();
              })
          .start();
    }
    done.await();

    assertThat(Heard.all()).containsExactly("good closed");
  }

  @Test
  void owned_isClosedLastInFirstOut() {
    start(owning("first", "second", "third"));
    host.disable("good");

    assertThat(Heard.all()).containsExactly("third", "second", "first");
  }

  @Test
  void owned_closeThrows_othersAreClosedAndItIsTold() {
    start(
        TestJar.plugin(
            "good",
            """
            context.own(() -> say("first"));
            context.own(() -> { throw new java.io.IOException("disk full"); });
            context.own(() -> { throw new StackOverflowError(); });
            context.own(() -> say("last"));
            """));

    assertThat(host.unload("good")).isTrue();
    assertThat(Heard.all()).containsExactly("last", "first");
    assertThat(desktop.complaints())
        .hasSize(2)
        .allMatch(text -> text.startsWith("good did not close cleanly"));
  }

  @Test
  void owned_afterTheStop_isClosedAtOnce() {
    start(
        TestJar.plugin(
            "good", "context.own(() -> context.own(() -> say(\"late\"))); say(\"up\");"));
    host.disable("good");

    assertThat(Heard.all()).containsExactly("up", "late");
  }

  @Test
  void create_failsHalfWay_closesWhatItOpened() {
    start(
        TestJar.plugin(
            "half",
            """
            context.own(() -> say("socket closed"));
            context.own(() -> say("file closed"));
            if (true) throw new java.net.ConnectException("no route");
            """),
        TestJar.plugin("good"));

    assertThat(Heard.all()).containsExactly("file closed", "socket closed");
    assertThat(desktop.panels()).containsExactly("good");
    assertThat(desktop.complaints())
        .singleElement()
        .asString()
        .contains("half could not start: ConnectException: no route", "The log has the details");
  }

  @Test
  void create_failed_canBeTriedAgain() {
    start(
        TestJar.plugin(
            "good",
            "if (!java.nio.file.Files.exists(context.desktop().dataDir().resolve(\"ready\")))"
                + " throw new LinkageError();"));
    assertThat(desktop.docked).isEmpty();
    TestJar.empty().writeTo(data, "ready");

    assertThat(host.enable("good")).isTrue();
    assertThat(desktop.panels()).containsExactly("good");
  }

  @Test
  void create_returnsNull_isANotice() {
    start(TestJar.plugin("good", "if (true) return null;"));

    assertThat(desktop.complaints())
        .singleElement()
        .asString()
        .contains("create() returned no panel");
  }

  @Test
  void listenerThrows_isANotice_othersHear() {
    start(
        TestJar.plugin(
            "bad", "context.onSession(s -> { if (s != null) throw new AssertionError(s); });"),
        chatty("good"));
    session(ANN);

    assertThat(Heard.all()).containsExactly("nobody", "ann[sales]");
    assertThat(desktop.complaints())
        .singleElement()
        .asString()
        .startsWith("bad failed in a listener");
    assertThat(desktop.panels()).containsExactly("bad", "good");
  }

  @Test
  void dock_throws_isANotice_andThePluginIsStopped() {
    owning("closed").writeTo(plugins, "good.jar");
    AgentDesktop refusing =
        new AgentDesktop() {
          @Override
          public Registration dock(DockablePanel panel) {
            throw new IllegalStateException("no room");
          }

          @Override
          public void notice(Notice notice) {
            desktop.notice(notice);
            throw new IllegalStateException("and no ear");
          }

          @Override
          public java.nio.file.Path dataDir() {
            return data;
          }
        };
    host = PluginHost.start(refusing, plugins);
    settle();

    assertThat(desktop.complaints())
        .singleElement()
        .asString()
        .contains("could not be docked", "no room");
    assertThat(Heard.all()).containsExactly("closed");
  }

  @Test
  void calls_areOnTheEdt_withThePluginsContextLoader() {
    String where =
        "say(java.awt.EventQueue.isDispatchThread() && Thread.currentThread()"
            + ".getContextClassLoader() == getClass().getClassLoader());";
    start(
        TestJar.plugin(
            "good",
            "{ %s } context.onSession(s -> { %s }); context.onTheme(t -> { %s });"
                    .formatted(where, where, where)
                + "context.onShowing(b -> { %s }); context.own(() -> { %s });"
                    .formatted(where, where)));
    AtomicReference<ClassLoader> after = new AtomicReference<>();
    onEdt(() -> after.set(Thread.currentThread().getContextClassLoader()));
    host.close();

    assertThat(Heard.all()).hasSize(5).containsOnly("true");
    assertThat(after.get()).isEqualTo(getClass().getClassLoader());
  }

  @Test
  void registration_closed_hearsNothingMore() {
    start(
        TestJar.plugin(
            "good",
            """
            Registration[] r = new Registration[1];
            r[0] = context.onSession(s -> { say(s); if (s != null) r[0].close(); });
            """));
    session(ANN);
    session(BEN);

    assertThat(Heard.all()).containsExactly("null", "AgentSession[ann, 1 queues]");
  }

  @Test
  void onSession_fromAnotherThread_isHeardOnTheEdt() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    start();
    Watched<String> watched = new Watched<>("now", Runnable::run);
    AtomicReference<String> thread = new AtomicReference<>("");
    watched.listen(
        value -> {
          thread.set(Thread.currentThread().getName());
          done.countDown();
        });
    done.await();

    assertThat(thread.get()).startsWith("AWT-EventQueue");
  }

  @Test
  void theme_followsTheLookAndFeel_untilDisabled() throws Exception {
    start(TestJar.plugin("good", "context.onTheme(t -> say(t.background().getRGB()));"));
    Heard.all();
    look(new NimbusLookAndFeel());
    String nimbus = String.valueOf(UIManager.getColor("Panel.background").getRGB());
    assertThat(Heard.all()).containsExactly(nimbus);
    look(new NimbusLookAndFeel());
    assertThat(Heard.all()).as("the same colours").isEmpty();

    host.disable("good");
    look(new MetalLookAndFeel());
    assertThat(Heard.all()).isEmpty();
    host.enable("good");
    assertThat(Heard.all())
        .containsExactly(String.valueOf(UIManager.getColor("Panel.background").getRGB()));
  }

  @Test
  void theme_lookWithoutColours_isPlain() {
    onEdt(
        () -> {
          Object before = UIManager.put("Panel.background", new Color(20, 20, 20));
          assertThat(Theme.current().dark()).isTrue();
          UIManager.put("Panel.background", before);
          assertThat(Theme.current().dark()).isFalse();
          assertThat(Theme.current()).isEqualTo(Theme.current()).hasSameHashCodeAs(Theme.current());
        });
  }

  private static void look(javax.swing.LookAndFeel look) {
    onEdt(
        () -> {
          try {
            UIManager.setLookAndFeel(look);
          } catch (javax.swing.UnsupportedLookAndFeelException e) {
            throw new AssertionError(e);
          }
        });
    settle();
  }
}
