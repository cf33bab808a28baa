package io.kpiwidget.panel.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page among a desktop's other components: keys, pointer, menus above it. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
final class GuestTest {

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1.5", "2.0"})
  void page_behavesAsAnyComponent_atEachScale(String scale) throws Exception {
    Process desk =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsun.java2d.uiScale=" + scale,
                "-Dchromium.data=" + System.getProperty("chromium.data"),
                "-Dchromium.natives=" + System.getProperty("chromium.natives"),
                "-cp",
                System.getProperty("java.class.path"),
                GuestDesk.class.getName())
            .redirectErrorStream(true)
            .start();
    String told = new String(desk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(desk.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(desk.exitValue()).as(told).isZero();
  }
}
