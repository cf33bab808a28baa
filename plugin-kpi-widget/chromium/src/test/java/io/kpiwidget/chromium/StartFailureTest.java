package io.kpiwidget.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StartFailureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/b/libcef.so: libnss3.so: cannot open shared object file: No such file | libnss3.so",
        "/b/libjcef.so: libXcomposite.so.1: cannot open shared object file: No such | libXcomposite.so.1",
        "/b/libcef.so: /usr/lib/libnss3.so: file too short | libnss3.so",
        "/b/libcef.so: failed to map segment from shared object | libcef.so",
        "Can't load library: /b/libcef.so | Can't load library: /b/libcef.so"
      })
  void library_isNamed(String linkerSays, String library) {
    assertThat(StartFailure.library(linkerSays)).isEqualTo(library);
  }

  @Test
  void linkError_hasItsOwnCode() {
    var failed =
        StartFailure.of(new UnsatisfiedLinkError("/b/libcef.so: libgbm.so.1: cannot open"));
    assertThat(failed.code()).isEqualTo("library-missing");
    assertThat(failed.detail()).startsWith("libgbm.so.1");
  }

  @Test
  void fileSystemThatRunsNoPrograms_hasItsOwnCode() {
    var failed =
        StartFailure.of(
            new UnsatisfiedLinkError("/b/libcef.so: failed to map segment from shared object"));
    assertThat(failed.code()).isEqualTo("bundle-noexec");
    assertThat(failed.detail()).isEqualTo("libcef.so");
  }

  @Test
  void anythingElse_isAFailedStart() {
    var failed = StartFailure.of(new IllegalStateException("no https://a.test/?token=1"));
    assertThat(failed.code()).isEqualTo("start-failed");
    assertThat(failed.detail()).isEqualTo("IllegalStateException: no https://a.test/…");
  }
}
