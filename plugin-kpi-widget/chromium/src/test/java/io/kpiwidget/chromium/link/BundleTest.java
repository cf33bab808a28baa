package io.kpiwidget.chromium.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BundleTest {

  @TempDir Path data;
  private Bundle bundle;

  @BeforeEach
  void bundleHere() {
    assumeTrue(Bundle.of(data).isPresent());
    bundle = Bundle.of(data).orElseThrow();
  }

  private static void unpack(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("locales"));
    Files.writeString(folder.resolve(System.mapLibraryName("jcef")), "library");
    Files.writeString(folder.resolve("icudtl.dat"), "data");
    Files.writeString(folder.resolve("locales").resolve("en-US.pak"), "words");
  }

  @ParameterizedTest
  @CsvSource({
    "Linux,amd64,linux-amd64",
    "Linux,aarch64,linux-arm64",
    "Mac OS X,aarch64,macosx-arm64",
    "Mac OS X,x86_64,macosx-amd64",
    "Windows 11,amd64,windows-amd64"
  })
  void platform_isNamedAsTheNativesAre(String os, String arch, String platform) {
    assertThat(Bundle.platform(os, arch)).isEqualTo(platform);
  }

  @Test
  void installedFolder_isReadyOnceMarked() throws IOException {
    unpack(bundle.folder());
    assertThat(bundle.ready(Optional.empty())).isEmpty();
    Bundle.mark(bundle.folder());
    assertThat(bundle.ready(Optional.empty())).contains(bundle.folder());
  }

  @Test
  void fileCutShort_isNotReady() throws IOException {
    unpack(bundle.folder());
    Bundle.mark(bundle.folder());
    Files.writeString(bundle.folder().resolve("locales").resolve("en-US.pak"), "w");
    assertThat(bundle.ready(Optional.empty())).isEmpty();
  }

  @Test
  void fileMissing_isNotReady() throws IOException {
    unpack(bundle.folder());
    Bundle.mark(bundle.folder());
    Files.delete(bundle.folder().resolve("locales").resolve("en-US.pak"));
    assertThat(bundle.ready(Optional.empty())).isEmpty();
  }

  @Test
  void configuredFolder_needsNoMarker_andComesFirst() throws IOException {
    Path vendors = data.resolve("vendors");
    unpack(vendors);
    assertThat(bundle.ready(Optional.of(vendors))).contains(vendors);
    Files.delete(vendors.resolve("icudtl.dat"));
    assertThat(bundle.ready(Optional.of(vendors))).isEmpty();
  }

  @Test
  void configuredPlaceWithNothing_isNotReplacedByAnInstalledBundle() throws IOException {
    unpack(bundle.folder());
    Bundle.mark(bundle.folder());
    assertThat(bundle.ready(Optional.of(data.resolve("nowhere")))).isEmpty();
  }

  @Test
  void configuredNatives_areReadyOnceInstalled() throws IOException {
    unpack(bundle.folder());
    Bundle.mark(bundle.folder());
    Path shared = Files.createDirectory(data.resolve("shared"));
    Path jar = Files.createFile(shared.resolve("jcef-natives-" + bundle.platform() + "-1.jar"));
    assertThat(bundle.ready(Optional.of(shared))).contains(bundle.folder());
    assertThat(bundle.ready(Optional.of(jar))).contains(bundle.folder());
  }
}
