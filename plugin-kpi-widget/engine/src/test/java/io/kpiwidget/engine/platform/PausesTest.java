package io.kpiwidget.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PausesTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String API = "https://api.example/secret-path";
  private static final Duration MINUTE = Duration.ofSeconds(60);

  @TempDir private Path parent;

  @ParameterizedTest
  @CsvSource({"0, 60", "59, 1", "60, 0", "61, 0", "99999999, 0"})
  void pause_isRememberedByTheNextDesktop(long later, long left) {
    at(0).keep(API, MINUTE);

    assertThat(at(later).left(API)).isEqualTo(Duration.ofSeconds(left));
    assertThat(at(later).left("https://other.example")).isZero();
  }

  @Test
  void laterPause_takesItsPlace() throws Exception {
    at(0).keep(API, MINUTE);
    at(5).keep(API, MINUTE);

    assertThat(at(5).left(API)).isEqualTo(MINUTE);
    assertThat(folder()).isDirectoryContaining("glob:**.pause");
    try (var files = Files.list(folder())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void file_tellsATimeAndNothingElse() throws Exception {
    at(0).keep(API, MINUTE);

    assertThat(file()).hasContent("2026-11-23T12:01:00Z");
    assertThat(file().toString()).doesNotContain("secret-path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2026-11-23T12:01:00Z and more", "{}", "\0\0\0"})
  void damagedFile_isNoPause(String content) throws Exception {
    at(0).keep(API, MINUTE);
    Files.writeString(file(), content);

    assertThat(at(0).left(API)).isZero();
  }

  @Test
  void longFile_isNotRead() throws Exception {
    at(0).keep(API, MINUTE);
    Files.writeString(file(), "2026-11-23T12:01:00Z" + " ".repeat(1 << 20));

    assertThat(at(0).left(API)).isZero();
  }

  @Test
  void folderInTheFilesPlace_isNoPause() throws Exception {
    at(0).keep(API, MINUTE);
    var file = file();
    Files.delete(file);
    Files.createDirectory(file);

    assertThat(at(0).left(API)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-11-23T13:00:01Z", "2126-11-23T12:00:00Z", "+999999999-12-31T00:00:00Z"})
  void farFuture_isCapped(String end) throws Exception {
    at(0).keep(API, MINUTE);
    Files.writeString(file(), end);

    assertThat(at(0).left(API)).isEqualTo(RetryAfter.LONGEST);
  }

  @Test
  void folderThatCannotBeMade_losesTheMemoryOnly() throws Exception {
    Files.writeString(folder(), "a file");
    at(0).keep(API, MINUTE);

    assertThat(at(0).left(API)).isZero();
  }

  @Test
  void interruptedThread_remembersAllTheSame() {
    Thread.currentThread().interrupt();
    at(0).keep(API, MINUTE);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(at(0).left(API)).isEqualTo(MINUTE);
  }

  @Test
  void none_remembersNothing() {
    Pauses.none().keep(API, MINUTE);

    assertThat(Pauses.none().left(API)).isZero();
  }

  private Pauses at(long later) {
    return Pauses.in(folder(), Clock.fixed(NOON.plusSeconds(later), ZoneOffset.UTC));
  }

  private Path folder() {
    return parent.resolve("pauses");
  }

  private Path file() throws Exception {
    try (var files = Files.list(folder())) {
      return files.findFirst().orElseThrow();
    }
  }
}
