package io.kpiwidget.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.pf4j.DefaultPluginManager;
import org.pf4j.PluginManager;
import org.pf4j.PluginState;

/** A desktop that ran PF4J before it met us. */
@SuppressWarnings("NullAway.Init")
final class OwnManagerTest extends HostFixture {

  private PluginManager own;

  private void startWith(TestJar... jars) {
    own = new DefaultPluginManager(plugins);
    for (int i = 0; i < jars.length; i++) {
      Path jar = jars[i].writeTo(plugins, "plugin-" + i + ".jar");
      onEdt(() -> own.startPlugin(own.loadPlugin(jar)));
    }
    host = PluginHost.start(desktop, own);
    settle();
  }

  @Test
  void startedPlugins_areDocked_othersAreNotOurs() {
    startWith(TestJar.plugin("good"), TestJar.plugin("theirs").withoutIndex());

    assertThat(desktop.panels()).containsExactly("good");
    assertThat(desktop.notices).isEmpty();
  }

  @Test
  void panels_followTheManager() {
    startWith(TestJar.plugin("good", "context.own(() -> say(\"closed\"));"));
    onEdt(() -> own.stopPlugin("good"));
    assertThat(desktop.docked).isEmpty();
    assertThat(Heard.all()).containsExactly("closed");

    onEdt(() -> own.startPlugin("good"));
    assertThat(desktop.panels()).containsExactly("good");
    assertThat(host.disable("good")).isTrue();
    assertThat(own.getPlugin("good").getPluginState()).isEqualTo(PluginState.DISABLED);
  }

  @Test
  void close_takesPanelsAway_leavesTheManagerAlone() {
    startWith(TestJar.plugin("good"));
    host.close();

    assertThat(desktop.docked).isEmpty();
    assertThat(own.getPlugin("good").getPluginState()).isEqualTo(PluginState.STARTED);
    onEdt(() -> own.stopPlugin("good"));
    onEdt(() -> own.startPlugin("good"));
    assertThat(desktop.docked).isEmpty();
    onEdt(() -> own.unloadPlugin("good"));
  }
}
