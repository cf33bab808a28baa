package io.kpiwidget.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A plugin that keeps the EDT while it closes. */
final class SlowCloseTest extends HostFixture {

  @Test
  void close_thatWaits_isNamedWhileItWaits() {
    Runnable open = Heard.shutGate();
    desktop.whenTold = notice -> open.run();
    start(TestJar.plugin("slow", "context.own(() -> say(Heard.passGate()));"));
    host.unload("slow");

    assertThat(Heard.all()).as("told before the plugin was done").containsExactly("true");
    assertThat(desktop.complaints())
        .singleElement()
        .asString()
        .startsWith("slow holds up the desktop")
        .contains("Disable or update it");
    assertThat(desktop.notices.get(0).level()).isEqualTo(Notice.Level.WARNING);
    assertThat(desktop.notices.get(0).plugin()).isEqualTo("slow");
  }

  @Test
  void close_thatWaits_isNamedWhenTheWholeHostCloses() {
    Runnable open = Heard.shutGate();
    desktop.whenTold = notice -> open.run();
    start(
        TestJar.plugin("good", "context.own(() -> say(\"good\"));"),
        TestJar.plugin("slow", "context.own(() -> say(Heard.passGate()));"));
    host.close();

    assertThat(Heard.all()).containsExactly("true", "good");
    assertThat(desktop.notices).extracting(Notice::plugin).containsExactly("slow");
  }

  @Test
  void close_ofTheHost_endsTheWatchdog() {
    Watchdog watchdog = new Watchdog(new Notices(desktop));
    watchdog.stop();
    watchdog.watch("late").close();

    assertThat(desktop.notices).isEmpty();
  }
}
