package io.kpiwidget.chromium.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BundleTest {

  @TempDir Path data;
  private SmallNatives small;
  private Bundle bundle;

  @BeforeEach
  void smallBundle() throws IOException {
    small = SmallNatives.in(Files.createDirectory(data.resolve("shared")));
    bundle = small.bundle(data);
  }

  private static Natives at(Path place) {
    return Natives.of(place.toString(), "");
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
  void installedFolder_isReadyWhenWhole() throws IOException {
    assertThat(bundle.ready(Natives.UNSAID)).isEmpty();
    small.unpack(bundle.folder());
    assertThat(bundle.ready(Natives.UNSAID)).contains(bundle.folder());
  }

  @Test
  void fileCutShort_isNotReady() throws IOException {
    small.unpack(bundle.folder());
    Files.writeString(bundle.folder().resolve("locales").resolve("en-US.pak"), "w");
    assertThat(bundle.ready(Natives.UNSAID)).isEmpty();
  }

  @Test
  void fileMissing_isNotReady() throws IOException {
    small.unpack(bundle.folder());
    Files.delete(bundle.folder().resolve("locales").resolve("en-US.pak"));
    assertThat(bundle.ready(Natives.UNSAID)).isEmpty();
  }

  @Test
  void configuredFolder_asTheVendorUnpackedIt_comesFirst() throws IOException {
    Path vendors = data.resolve("vendors");
    small.unpack(vendors);
    small.unpack(bundle.folder());
    assertThat(bundle.ready(at(vendors))).contains(vendors);
    Files.delete(vendors.resolve("icudtl.dat"));
    assertThat(bundle.ready(at(vendors))).isEmpty();
  }

  @Test
  void configuredPlaceWithNothing_isNotReplacedByAnInstalledBundle() throws IOException {
    small.unpack(bundle.folder());
    assertThat(bundle.ready(at(data.resolve("nowhere")))).isEmpty();
  }

  @Test
  void configuredNatives_areReadyOnceInstalled() throws IOException {
    small.unpack(bundle.folder());
    assertThat(bundle.ready(at(small.jar().resolveSibling("")))).contains(bundle.folder());
    assertThat(bundle.ready(at(small.jar()))).contains(bundle.folder());
  }
}
