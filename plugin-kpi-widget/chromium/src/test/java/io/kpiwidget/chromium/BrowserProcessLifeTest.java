package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.link.ToDesktop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

final class BrowserProcessLifeTest {

  @TempDir Path scratch;

  @Test
  @EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
  void endOfInput_endsEveryProcess_andLeavesNothing() throws Exception {
    try (RealChild child = RealChild.start().open(scratch, RealChild.PAGE)) {
      child.posted("hello");
      List<ProcessHandle> family = child.process.descendants().toList();
      assertThat(family).isNotEmpty();
      child.hangUp();
      assertThat(child.process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      for (ProcessHandle helper : family) {
        helper.onExit().get(10, TimeUnit.SECONDS);
      }
      assertThat(scratch).isEmptyDirectory();
    }
  }

  @Test
  void withoutDisplay_saysSo() throws IOException, InterruptedException {
    ProcessBuilder builder = RealChild.builder();
    builder.environment().remove("DISPLAY");
    try (RealChild child = RealChild.start(builder).open(scratch, RealChild.PAGE)) {
      assertThat(child.await(ToDesktop.Failed.class).code()).isEqualTo("no-display");
    }
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+")
  void folderWithoutTheLibraries_saysSo() throws IOException, InterruptedException {
    ProcessBuilder builder = RealChild.builder().directory(scratch.toFile());
    try (RealChild child = RealChild.start(builder).open(scratch, RealChild.PAGE)) {
      assertThat(child.await(ToDesktop.Failed.class).code()).isEqualTo("library-missing");
    }
  }
}
