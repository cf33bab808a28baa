package io.kpiwidget.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;

final class DesktopOptionsTest {

  @Test
  void plugins_areNeeded() {
    assertThatThrownBy(DesktopOptions::parse)
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("--plugins");
  }

  @Test
  void settings_carryConfigAndNativesAsAbsolutePaths() {
    DesktopOptions options =
        DesktopOptions.parse(
            "--plugins", "p", "--config", "c.json", "--natives", "n", "--setting", "a.b=c=d");

    assertThat(options.pluginSettings())
        .containsEntry("a.b", "c=d")
        .containsEntry("kpi-widget.config", Path.of("c.json").toAbsolutePath().toString())
        .containsEntry("kpi-widget.natives", Path.of("n").toAbsolutePath().toString());
  }

  @Test
  void settings_withoutConfig_nameNone() {
    assertThat(DesktopOptions.parse("--plugins", "p").pluginSettings()).isEmpty();
  }

  @Test
  void exitAfter_thatIsNoNumber_isRefusedByName() {
    assertThatThrownBy(() -> DesktopOptions.parse("--plugins", "p", "--exit-after", "soon"))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("--exit-after");
  }
}
