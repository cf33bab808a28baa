package io.kpiwidget.chromium.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestTest {

  @TempDir Path folder;

  @Test
  void builtOne_isOfTheWholeBundle_andNamesEveryLibrary() {
    Manifest manifest = Manifest.of("linux-amd64").orElseThrow();
    assertThat(manifest.jar().size()).isGreaterThan(100_000_000);
    assertThat(manifest.files())
        .extracting(Manifest.Item::name)
        .contains("libcef.so", "jcef_helper", "locales/en-US.pak");
    assertThat(manifest.needed()).contains("libnss3.so", "libgbm.so.1", "libjawt.so");
    assertThat(manifest.needed()).doesNotContain("libcef.so");
  }

  @Test
  void builtOne_hasTwiceWhatTheInstallerChanges() {
    Manifest manifest = Manifest.of("linux-amd64").orElseThrow();
    for (String name : new String[] {"libjcef.so", "jcef_helper"}) {
      assertThat(manifest.files()).filteredOn(file -> file.name().equals(name)).hasSize(2);
    }
  }

  @Test
  void otherPlatforms_haveNone() {
    assertThat(Manifest.of("plan9-amd64")).isEmpty();
  }

  @Test
  void lines_areReadAsTheyWereWritten() throws IOException {
    Manifest manifest = SmallNatives.in(folder).manifest();
    assertThat(Manifest.of(manifest.lines().stream())).isEqualTo(manifest);
  }

  @Test
  void oddLine_isRefused() {
    assertThatThrownBy(() -> Manifest.of(Stream.of("words"))).hasMessageContaining("words");
  }

  @Test
  void otherContentOfTheSameSize_isDamage() throws IOException {
    SmallNatives small = SmallNatives.in(folder);
    Path bundle = folder.resolve("bundle");
    small.unpack(bundle);
    assertThat(small.manifest().damaged(bundle)).isEmpty();
    Files.writeString(bundle.resolve("locales/en-US.pak"), "swore");
    assertThat(small.manifest().odd(bundle)).isEmpty();
    assertThat(small.manifest().damaged(bundle)).contains("locales/en-US.pak");
  }
}
