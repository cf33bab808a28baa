package io.kpiwidget.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeedPausesTest {

  @TempDir private Path folder;

  @Test
  void pause_isRememberedInTheDesktopsFolder_withoutAWordOfTheAgent() throws Exception {
    try (var desk = new FeedHarness("", Optional.of(folder)).watching("ann")) {
      var limited = new MockResponse.Builder().code(429).addHeader("Retry-After", "100").build();
      desk.platform.next("/v2/analytics/query", limited);
      desk.pass(30);
    }

    try (var files = Files.list(folder.resolve("pauses"))) {
      assertThat(Files.readString(files.findFirst().orElseThrow()))
          .matches("2026-11-23T12:0[23]:[\\d.]+Z");
    }
  }
}
