package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import io.kpiwidget.chromium.link.Bundle;
import io.kpiwidget.chromium.link.ToDesktop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InstallerTest {

  @TempDir Path home;
  private final List<ToDesktop> said = new ArrayList<>();

  private ToDesktop.Failed failure(Optional<Path> configured) {
    Path jar = home.resolve("plugins").resolve("kpi-widget-plugin.jar");
    Installer.run(home.resolve("data"), jar, configured, said::add);
    return (ToDesktop.Failed) said.get(said.size() - 1);
  }

  @Test
  void nothingThere_saysWhereItLooked() {
    ToDesktop.Failed failed = failure(Optional.empty());
    assertThat(failed.code()).isEqualTo("bundle-missing");
    assertThat(failed.detail())
        .contains(home.resolve("plugins").toString())
        .contains(home.resolve("plugins").resolve("chromium").toString());
  }

  @Test
  void wrongJarInTheSubFolder_isFoundAndRefused() throws IOException {
    Path folder = Files.createDirectories(home.resolve("plugins").resolve("chromium"));
    Path jar = folder.resolve("jcef-natives-linux-amd64-other.jar");
    Files.writeString(jar, "not the one");
    ToDesktop.Failed failed = failure(Optional.empty());
    assertThat(failed.code()).isEqualTo("bundle-checksum");
    assertThat(failed.detail()).contains(jar.getFileName().toString());
  }

  @Test
  void configuredJarThatIsMissing_isNamed() {
    Path configured = home.resolve("natives.jar");
    assertThat(failure(Optional.of(configured)).detail()).contains(configured.toString());
  }

  private static Path natives() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of(System.getProperty("chromium.natives")))) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }

  @Test
  void jarCutShort_isRefused_andLeavesNothing() throws IOException {
    Path cut = home.resolve("natives.jar");
    try (InputStream in = Files.newInputStream(natives())) {
      Files.write(cut, in.readNBytes(1 << 20));
    }
    assertThat(failure(Optional.of(cut)).code()).isEqualTo("bundle-checksum");
    assertThat(home.resolve("data/chromium")).isDirectoryContaining("glob:**install.lock");
    assertThat(home.resolve("data/chromium")).isDirectoryNotContaining("glob:**tmp-*");
  }

  @Test
  void leftoverOfADeadInstaller_goes_andTheFolderIsWhole() throws IOException {
    Bundle bundle = Bundle.of(home).orElseThrow();
    Path dead = bundle.home().resolve(bundle.folder().getFileName() + ".tmp-1");
    Files.createDirectories(dead.resolve("locales"));
    Files.createDirectories(bundle.folder().resolve("half"));
    Installer.run(home, home, Optional.of(natives()), said::add);
    assertThat(said).last().isEqualTo(new ToDesktop.Installed(bundle.folder().toString()));
    assertThat(dead).doesNotExist();
    assertThat(bundle.folder().resolve("half")).doesNotExist();
    assertThat(bundle.ready(Optional.empty())).contains(bundle.folder());
  }
}
