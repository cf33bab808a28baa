package io.kpiwidget.desktop.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NeedleTest {

  private static final String WORD = "canary0123456789";
  private final Needle needle = new Needle(WORD);
  @TempDir private Path folder;

  @Test
  void otherWords_areNotFound() {
    assertThat(needle.in("canary012345678 and 9")).isFalse();
    assertThat(needle.in("")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void word_isFoundInEachEncoding(String encoding) {
    var text = "before " + WORD + " after";
    assertThat(needle.in(text.getBytes(Charset.forName(encoding)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "ab", "abc", "abcd", "Bearer "})
  void word_isFoundInBase64WhereverItBegins(String before) {
    var bytes = (before + WORD + "tail").getBytes(StandardCharsets.UTF_8);
    assertThat(needle.in(Base64.getEncoder().encodeToString(bytes))).isTrue();
    assertThat(needle.in(Base64.getUrlEncoder().encodeToString(bytes))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, (1 << 20) - 17, (1 << 20) - 16, (1 << 20) - 8, 1 << 20, (3 << 20) - 5})
  void word_isFoundAcrossTheBordersOfBlocks(int at) throws Exception {
    var bytes = new byte[(3 << 20) + 50];
    System.arraycopy(WORD.getBytes(StandardCharsets.UTF_8), 0, bytes, at, WORD.length());
    assertThat(needle.in(Files.write(folder.resolve("big"), bytes))).isTrue();
  }
}
